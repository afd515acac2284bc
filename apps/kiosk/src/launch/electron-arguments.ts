/**
 * What Electron must be told on its command line, before any code of ours runs. Wayland lets no program choose where its windows
 * are, so the audience's could end up on the staff's display; X11 (XWayland, mostly) does.
 */
export const electronArguments = (platform: NodeJS.Platform): string[] =>
  platform === 'linux' ? ['--ozone-platform=x11'] : []
