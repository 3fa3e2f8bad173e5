import type { ReactElement } from 'react'
import { FormField } from '../questions/FormField.tsx'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { verifyWords } from './words.ts'

/** Where a hash is entered. */
export const VerifyForm = (props: { site: SiteView; value?: string }): ReactElement => {
  const words = verifyWords(props.site.locale)
  return (
    <form className="form" method="get" action={linkTo(props.site, '/kiem-chung')}>
      <FormField
        name="sha256"
        label={words.hash}
        hint={words.hashHint}
        value={props.value ?? ''}
        autoComplete="off"
        isRequired
      />
      <button className="button" type="submit">
        {words.look}
      </button>
    </form>
  )
}
