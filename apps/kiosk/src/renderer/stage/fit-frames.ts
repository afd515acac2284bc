/** How many square frames fill a row of this width best, their side (never above `tallest`) and the gap between them; all in rem. */
export function fitFrames(
  width: number,
  tallest: number,
  leastGap: number,
): { frames: number; side: number; gap: number } {
  const frames = Math.max(1, Math.round((width + leastGap) / (tallest + leastGap)))
  const side = Math.max(0, Math.min(tallest, (width - leastGap * (frames - 1)) / frames))
  const gap = frames > 1 ? Math.max(leastGap, (width - frames * side) / (frames - 1)) : 0
  return { frames, side, gap }
}
