import { send } from './attack.ts'
import type { Attack } from './attack.ts'
import type { Actor } from './actors.ts'
import type { Ground } from './openGround.ts'

const at = '/api/editorial-board'

type Row = [
  row: string,
  name: string,
  call: (ground: Ground, actor: Actor) => [method: string, url: string, body?: unknown],
  more?: Partial<Attack>,
]

/** The account somebody means by "me"; those without one try the decider's. */
const self = (ground: Ground, actor: Actor) => actor.id ?? ground.decider.id

const rows: Row[] = [
  [
    '1.2 identity',
    'give oneself a role for the whole city',
    (g, a) => ['PATCH', `/api/users/${self(g, a)}`, { roles: ['systemAdmin', 'auditor'] }],
  ],
  [
    '1.2 identity',
    'the same in bulk',
    (g, a) => [
      'PATCH',
      `/api/users?where[id][equals]=${self(g, a)}`,
      { roles: ['systemAdmin', 'auditor'] },
    ],
  ],
  [
    '1.2 identity',
    'decide what one submitted, or without the right to',
    (g, a) => [
      'POST',
      `${at}/submissions/${a.name === 'head' ? g.headSubmission : g.submission}/approve`,
      {},
    ],
  ],
  [
    '1.2 identity',
    'decide in somebody else’s name',
    (g, a) => [
      'POST',
      `${at}/submissions/${a.name === 'head' ? g.headSubmission : g.submission}/approve`,
      { decidedBy: g.decider.id },
    ],
  ],
  [
    '1.2 live row',
    'withdraw what is not public, or without the right to',
    (g) => [
      'POST',
      `${at}/withdrawals`,
      { collection: 'articles', id: g.docs.fresh, type: 'error', explanation: 'Sai.' },
    ],
  ],
  [
    '1.2 live row',
    'call an ordinary bulletin an emergency',
    (g) => [
      'POST',
      `${at}/emergency`,
      { id: g.others.bulletins, reasonCode: 'storm', explanation: 'Bão.' },
    ],
  ],
]

/** Deciding without the right to, and making oneself somebody who has it. */
export const boardAttacks: Attack[] = rows.map(([row, name, call, more]) => ({
  row,
  name,
  via: 'REST',
  run: (ground, actor) => send(ground, actor, ...call(ground, actor)),
  ...more,
}))
