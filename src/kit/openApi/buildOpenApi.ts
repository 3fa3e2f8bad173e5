import { z } from 'zod'
import type { Label } from '../label.ts'
import type { ApiAnswer, ApiOperation, ApiParameter, ApiPart, ApiWebhook } from './apiPart.ts'

/** The shape of every refusal. */
export const errorsSchema = z.object({
  errors: z.array(
    z.object({
      code: z.string().meta({ description: 'Stable; one for each cause.' }),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
})

type Json = Record<string, unknown>

/** An OpenAPI 3.1 document, as far as it is read again here. */
export type OpenApiDocument = Json & {
  openapi: string
  paths: Record<string, Record<string, Json>>
  webhooks: Record<string, Json>
}

/**
 * The OpenAPI 3.1 document of an installation, from the parts of its plugins.
 *
 * @param options.publicUrl the address it is asked under
 */
export const buildOpenApi = (options: {
  publicUrl: string
  title: Label
  parts: readonly ApiPart[]
}): OpenApiDocument => {
  const { publicUrl, title, parts } = options
  const paths: OpenApiDocument['paths'] = {}
  const webhooks: OpenApiDocument['webhooks'] = {}
  for (const part of parts) {
    for (const operation of part.operations) {
      paths[operation.path] = {
        ...paths[operation.path],
        [operation.method]: operationOf(part, operation),
      }
    }
    for (const webhook of part.webhooks ?? []) webhooks[webhook.id] = webhookOf(part, webhook)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: inBoth(title),
      version: '2',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    security: [],
    tags: parts.map(({ name, about }) => ({ name, description: inBoth(about) })),
    paths,
    webhooks,
    components: {
      schemas: { Errors: shapeOf(errorsSchema) },
      securitySchemes: {
        siteKey: { type: 'http', scheme: 'bearer', description: 'cpk_… : a key of a site.' },
      },
    },
  }
}

/** Vietnamese first, English second. */
export const inBoth = ({ vi, en }: Label): string => `${vi}\n\n${en}`

const operationOf = (part: ApiPart, operation: ApiOperation): Json => ({
  operationId: operation.id,
  tags: [part.name],
  summary: operation.title.vi,
  description: inBoth(operation.about ?? operation.title),
  ...(operation.key
    ? { security: [...(operation.key === 'optional' ? [{}] : []), { siteKey: [] }] }
    : {}),
  ...(operation.parameters ? { parameters: operation.parameters.map(parameterOf) } : {}),
  ...(operation.body
    ? {
        requestBody: {
          required: true,
          content: {
            [operation.body.contentType]: {
              schema: shapeOf(operation.body.schema, 'input'),
              example: operation.body.example,
            },
          },
        },
      }
    : {}),
  responses: Object.fromEntries(
    Object.entries(operation.answers).map(([status, answer]) => [status, answerOf(answer)]),
  ),
})

const parameterOf = (parameter: ApiParameter): Json => ({
  name: parameter.name,
  in: parameter.in,
  required: parameter.isRequired ?? parameter.in === 'path',
  description: inBoth(parameter.about),
  schema: shapeOf(parameter.schema, 'input'),
  ...(parameter.example === undefined ? {} : { example: parameter.example }),
})

const answerOf = ({ about, contentType, schema, example }: ApiAnswer): Json => {
  if (contentType === undefined) return { description: inBoth(about) }
  const isRefusal = schema === errorsSchema
  return {
    description: inBoth(about),
    content: {
      [contentType]: {
        schema: isRefusal
          ? { $ref: '#/components/schemas/Errors' }
          : schema
            ? shapeOf(schema)
            : { type: 'string' },
        ...(example === undefined ? {} : { example }),
      },
    },
  }
}

const webhookOf = (part: ApiPart, webhook: ApiWebhook): Json => ({
  post: {
    operationId: webhook.id,
    tags: [part.name],
    summary: webhook.title.vi,
    description: inBoth(webhook.about),
    requestBody: {
      content: {
        'application/json': { schema: shapeOf(webhook.schema), example: webhook.example },
      },
    },
    responses: {
      '200': { description: 'Đã nhận. / Received.' },
      '410': { description: 'Địa chỉ này đã bỏ. / This address is no longer in use.' },
    },
  },
})

const shapeOf = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Json => {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, { io })
  return shape
}

/** The refusals an operation may answer with, by status. */
export const refusals = (known: Readonly<Record<number, Label>>): Record<number, ApiAnswer> =>
  Object.fromEntries(
    Object.entries(known).map(([status, about]) => [
      status,
      { about, contentType: 'application/json', schema: errorsSchema },
    ]),
  )
