import type { ProgrammeRules } from '#domain/dispatch/programme/programmeRules.ts'
import { label } from '#kit/label.ts'
import { defaultFrames } from './defaultFrames.ts'

/** Communes' programme in Hải Phòng, whose regulation is a draft: the Chair decides (H-12.2, H-12.3). */
export const haiphongProgramme: ProgrammeRules = {
  collisionDecider: [{ clause: 'H-12.2', decider: 'communeChair' }],
  collisionDefault: [
    {
      clause: 'H-12.2',
      decision: 'ours_first',
      leadMinutes: 60,
      reading: label(
        'Dự thảo không nói khi Chủ tịch chưa quyết định: giữ lịch của xã, bản tin đến sau phát liền ngay sau đó.',
        'The draft is silent on what holds until the Chair decides: the commune’s plan stays, the later bulletin follows right after.',
      ),
    },
  ],
  normalDecider: [{ clause: 'H-12.3', decider: 'communeChair' }],
  cityOverride: [{ clause: 'H-12.1.2', isReasonNeeded: true }],
  timeFrames: defaultFrames({ radio: 'H-7.2', board: 'H-7.3.1' }),
}
