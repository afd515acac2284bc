import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Custom properties carry what only the program knows (a row's height, a text's length) into the style sheets. */
    [property: `--${string}`]: string | number | undefined
  }
}
