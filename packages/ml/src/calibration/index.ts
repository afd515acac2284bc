export { everydayPrompts } from './everyday-prompts.ts'
export { CalibrationError, type Fit, fitCalibration, type Knot, type Similarities } from './fit.ts'
export { quantile } from './quantile.ts'
