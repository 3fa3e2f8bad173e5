import type { Endpoint } from 'payload'
import { readDocument } from '../screens/readDocument.ts'
import { document, parse, route } from './input.ts'

/** What screens ask besides the verbs. */
export const screenEndpoints: Endpoint[] = [
  route('get', '/cross-posting/documents/:collection/:id', async (req, { params }) => ({
    document: await readDocument({
      req,
      ...parse(document, { ...params, id: Number(params.id) }),
    }),
  })),
]
