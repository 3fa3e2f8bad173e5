import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { ProposalLine } from '../../people/readProposals.ts'
import { dayText, termText } from './dayText.ts'
import type { RegisterWords } from './registerWords.ts'
import type { SectionProps } from './sectionProps.ts'
import { SettleForm } from './SettleForm.tsx'

/** Changes of membership that wait for a second person; nothing when none does. */
export const ProposalList = ({ register, words, language }: SectionProps) => {
  if (register.proposals.length === 0) return null
  return (
    <section aria-labelledby="cho-xac-nhan" className="coloa-part">
      <h2 id="cho-xac-nhan">{words.proposals}</h2>
      <ul className="coloa-proposals">
        {register.proposals.map((one) => (
          <li className="coloa-attention" key={one.id}>
            <strong>{proposalText(one, words)}</strong>
            <span>
              {one.act === 'appoint' && one.startsOn
                ? termText({ startsOn: one.startsOn, endsOn: one.endsOn }, words)
                : fill(words.proposeLastDay, { to: dayText(one.endsOn ?? '') })}
              {' · '}
              {one.document}
            </span>
            <small>
              {one.email} ·{' '}
              {fill(words.proposedBy, {
                name: one.enteredBy,
                at: momentText(one.enteredAt, language),
              })}
            </small>
            {one.maySettle ? (
              <SettleForm proposalId={one.id} what={proposalText(one, words)} />
            ) : (
              <small>{words.waitsForOther}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const proposalText = (one: ProposalLine, words: RegisterWords): string =>
  fill(one.act === 'appoint' ? words.proposeAppoint : words.proposeEnd, {
    name: one.name,
    role: words[`role_${one.role}`],
  })
