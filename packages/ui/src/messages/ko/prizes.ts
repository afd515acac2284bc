export const prizes = {}
