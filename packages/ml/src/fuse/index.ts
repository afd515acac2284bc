export { fuseBundle, unfuse } from './fuse-bundle.ts'
export { fuseChecked } from './fuse-checked.ts'
