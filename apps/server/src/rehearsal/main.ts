import { createVisitor } from '../crowd/visitor.ts'
import { playRehearsal } from './crowd.ts'
import { setUpBooth } from './set-up.ts'

/** What the command gives its crowd, which is a process of its own, as crowds are. */
export interface RehearsalOrder {
  url: string
  pairingCode: string
  pin: string
  players: number
  minutes: number
}

// The game has ended, however it did.
process.on('disconnect', () => process.exit(0))
const order = JSON.parse(process.argv[2] ?? '') as RehearsalOrder
const say = (line: string) => void process.stdout.write(`  ${line}\n`)
const { client } = createVisitor(order.url)
await setUpBooth(client, order.pairingCode, order.pin)
process.send?.('ready')
await playRehearsal({ ...order, staff: client, say })
say('The crowd has gone home. The game runs on until Ctrl-C: award, draw, freeze, close, finalise.')
process.exit(0)
