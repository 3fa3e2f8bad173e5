'use client'
import { useTranslation } from '@payloadcms/ui'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { drillWords } from './drillWords.ts'

/** Puts an exercise on the plan; hours are those of the city. */
export const PlanForm = ({ areas }: { areas: readonly Choice[] }) => {
  const { i18n } = useTranslation()
  const words = drillWords(i18n.language)
  return (
    <OpenForm
      ask={(data) => {
        const at = Date.parse(`${textOf(data, 'day')}T${textOf(data, 'hour')}:00+07:00`)
        if (Number.isNaN(at)) return { missing: words.badDay }
        return {
          path: '/dispatch/drills',
          body: {
            title: textOf(data, 'title'),
            plannedAt: new Date(at).toISOString(),
            areas: [textOf(data, 'area')],
            note: textOf(data, 'note'),
          },
        }
      }}
      doLabel={words.planDo}
      done={() => words.planned}
      effect={words.planEffect}
      openLabel={words.planAdd}
      title={words.planAdd}
    >
      <FormField label={words.planTitle} name="title" value="Diễn tập thông báo khẩn cấp" />
      <FormField kind="date" label={words.planDay} name="day" />
      <FormField label={words.planHour} name="hour" value="09:00" />
      <FormField
        label={words.planArea}
        name="area"
        options={areas}
        {...(areas[0] ? { value: areas[0][0] } : {})}
      />
      <FormField isOptional label={words.planNote} name="note" />
    </OpenForm>
  )
}

/** Takes an exercise off the plan. */
export const DropPlan = ({ id, title }: { id: string; title: string }) => {
  const { i18n } = useTranslation()
  const words = drillWords(i18n.language)
  return (
    <OpenForm
      ask={() => ({ path: `/dispatch/drills/${id}/drop`, body: {} })}
      doLabel={words.planDrop}
      done={() => words.planDropped}
      openLabel={words.planDrop}
      title={title}
    />
  )
}
