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

const appointment = { role: 'head', startsOn: '2020-01-01', document: '1/QĐ-UBND' }

/** A flow by which whoever wrote approves. */
const looseFlow = {
  code: 'loose',
  name: { vi: 'Tự duyệt', en: 'By oneself' },
  fourEyes: 'none',
  steps: [
    {
      key: 'one',
      label: { vi: 'Duyệt', en: 'Approve' },
      kind: 'approval',
      actors: ['head'],
      quorum: 1,
      limitHours: 1,
    },
  ],
}

const own = (g: Ground, a: Actor) => (a.name === 'head' ? g.headSubmission : g.submission)

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
    'pass for another person',
    (g, a) => ['PATCH', `/api/users/${self(g, a)}`, { identityNumber: '001099000001' }],
  ],
  [
    '1.2 identity',
    'appoint oneself head',
    (g, a) => [
      'POST',
      `${at}/appointments`,
      { ...appointment, board: g.city.code, person: self(g, a) },
    ],
  ],
  [
    '1.2 identity',
    'act for the head by a mandate to oneself',
    (g, a) => [
      'POST',
      `${at}/mandates`,
      {
        board: g.city.code,
        principal: g.decider.id,
        delegate: self(g, a),
        startsOn: '2020-01-01',
        endsOn: '2099-01-01',
        document: '1/GUQ',
      },
    ],
  ],
  [
    '1.2 identity',
    'loosen the flow of another board',
    (g, a) => [
      'POST',
      `${at}/flows`,
      {
        log: a.name === 'head' ? g.ward.code : g.city.code,
        flow: looseFlow,
        document: '1/QC-BBT',
      },
    ],
  ],
  [
    '1.2 identity',
    'decide what one submitted, or without the right to',
    (g, a) => ['POST', `${at}/submissions/${own(g, a)}/approve`, {}],
  ],
  [
    '1.2 identity',
    'decide in somebody else’s name',
    (g, a) => [
      'POST',
      `${at}/submissions/${own(g, a)}/approve`,
      { decidedBy: g.decider.id, capacity: 'head' },
    ],
  ],
  [
    '1.2 scheduled',
    'have it released at a time',
    (g, a) => [
      'POST',
      `${at}/submissions/${own(g, a)}/approve`,
      { publishAt: '2099-01-01T00:00:00Z' },
    ],
  ],
  [
    '1.2 scheduled',
    'take back a decision that waits',
    (g) => ['POST', `${at}/submissions/${g.submission}/cancel`, { explanation: 'Không.' }],
  ],
  [
    '1.2 live row',
    'withdraw what is not public, or without the right to',
    (g) => [
      'POST',
      `${at}/withdrawals`,
      {
        collection: 'articles',
        id: g.docs.fresh,
        type: 'error',
        explanation: 'Sai.',
      },
    ],
  ],
  [
    '1.2 live row',
    'call an ordinary bulletin an emergency',
    (g) => [
      'POST',
      `${at}/emergency`,
      {
        id: g.others.bulletins,
        reasonCode: 'naturalDisaster',
        explanation: 'Bão.',
      },
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
