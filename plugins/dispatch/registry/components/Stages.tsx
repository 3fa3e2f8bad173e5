import type { DeviceStanding } from '../board/readDevice.ts'
import type { DeviceWords } from './deviceWords.ts'

/** What a device needs before it is active, with what is there. */
export const Stages = ({ device, words }: { device: DeviceStanding; words: DeviceWords }) => {
  const stages = [
    [words.stageKey, device.hasKey],
    [words.stageTest, device.isTested],
    [words.stageCheck, device.isChecked],
    [words.stageActive, device.lifecycle === 'active'],
  ] as const
  return (
    <ol className="coloa-stages">
      {stages.map(([text, isDone]) => (
        <li className={isDone ? 'coloa-done' : undefined} key={text}>
          <span aria-hidden="true">{isDone ? '✓' : '○'}</span>
          <span>
            {text} <span className="coloa-hidden">({isDone ? words.isDone : words.isOpen})</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
