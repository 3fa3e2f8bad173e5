import type { ProgrammeRules } from '#domain/dispatch/programme/programmeRules.ts'
import { label } from '#kit/label.ts'
import { defaultFrames } from './defaultFrames.ts'

/** In force with the regulation on the source-information system. */
const validFrom = '2025-10-07'

/** Communes' programme in Hà Nội: the commune's people decide (S-12.2, S-12.3). */
export const hanoiProgramme: ProgrammeRules = {
  collisionDecider: [{ clause: 'S-12.2', validFrom, decider: 'communeUser' }],
  collisionDefault: [
    {
      clause: 'S-12.2',
      validFrom,
      decision: 'ours_first',
      leadMinutes: 60,
      reading: label(
        'Quy chế không nói khi không ai quyết định: giữ lịch của xã, bản tin đến sau phát liền ngay sau đó.',
        'The regulation is silent on undecided clashes: the commune’s plan stays, the later bulletin follows right after.',
      ),
    },
  ],
  normalDecider: [{ clause: 'S-12.3', validFrom, decider: 'communeUser' }],
  // No clause of Hà Nội lets the city broadcast over a commune's head other than in an emergency (S-12.1).
  cityOverride: [],
  timeFrames: defaultFrames({ radio: 'S-12.3', board: 'S-12.3' }),
}
