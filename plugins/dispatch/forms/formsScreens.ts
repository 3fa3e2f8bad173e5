import type { CollectionConfig, Field, UIField } from 'payload'
import { appendHooks, compose, extendCollection } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import { normaliseUpload } from './media/normaliseUpload.ts'
import { recordUpload, setMeasures } from './media/recordUpload.ts'
import { demandProposal } from './proposal/demandProposal.ts'
import { speakDraft } from './speakDraft.ts'
import { markDrill } from './markDrill.ts'

const client = '@plugins/dispatch/client'

const bulletinPanel: UIField = {
  name: 'forms',
  type: 'ui',
  admin: { components: { Field: `${client}#BulletinPanel` } },
}

const answerPanel: UIField = {
  name: 'onTheAir',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: `${client}#AnswerPanel` } },
}

/** The panel stands below the spoken text. */
const withPanel = (fields: Field[]): Field[] =>
  fields.flatMap((field) =>
    'name' in field && field.name === 'spokenText' ? [field, bulletinPanel] : [field],
  )

/** A file is what it is before it has its name, which is made of its bytes. */
const normaliseFirst = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [normaliseUpload, ...(collection.hooks?.beforeOperation ?? [])],
  },
})

/** Answers on the air, where the project has answers. */
const withAnswers: ConfigStep = (config) =>
  config.collections?.some(({ slug }) => slug === 'answers')
    ? extendCollection('answers', (collection) => ({
        ...collection,
        fields: [...collection.fields, answerPanel],
      }))(config)
    : config

/** What forms add to bulletins, answers and uploaded files. */
export const formsSteps: ConfigStep = compose(
  extendCollection('bulletins', (collection) =>
    appendHooks({ beforeChange: [markDrill], afterChange: [speakDraft] })({
      ...collection,
      fields: withPanel(collection.fields).map(demandProposal),
    }),
  ),
  extendCollection('media', (collection) =>
    appendHooks({ beforeChange: [setMeasures], afterChange: [recordUpload] })(
      normaliseFirst(collection),
    ),
  ),
  withAnswers,
)
