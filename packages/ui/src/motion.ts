/** People who asked for less motion get none. */
export const wantsMotion = (): boolean => !matchMedia('(prefers-reduced-motion: reduce)').matches
