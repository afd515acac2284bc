export { type Shared, shared, useShared } from '@dabble/ui'
