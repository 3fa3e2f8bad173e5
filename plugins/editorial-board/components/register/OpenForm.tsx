'use client'
import { OpenForm as KitForm } from '#kit/admin/forms/OpenForm.tsx'
import type { OpenFormProps } from '#kit/admin/forms/OpenForm.tsx'

/** A form of the register: `ask` names paths below the board's API. */
export const OpenForm = (props: OpenFormProps) => (
  <KitForm
    {...props}
    ask={(data) => {
      const asked = props.ask(data)
      return 'missing' in asked ? asked : { ...asked, path: `/editorial-board${asked.path}` }
    }}
  />
)
