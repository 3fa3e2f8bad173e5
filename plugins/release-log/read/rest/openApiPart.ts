import { z } from 'zod'
import type { GovernedCollection } from '#kit/governed.ts'
import { label } from '#kit/label.ts'
import type { ApiParameter, ApiPart } from '#kit/openApi/apiPart.ts'
import { refusals } from '#kit/openApi/buildOpenApi.ts'

/** A released document; its fields are those of its collection. */
const document = z.looseObject({ id: z.int() })

const pageSchema = z.object({
  docs: z.array(document),
  hasNextPage: z.boolean(),
  hasPrevPage: z.boolean(),
  limit: z.int(),
  nextPage: z.int().nullable(),
  page: z.int(),
  pagingCounter: z.int(),
  prevPage: z.int().nullable(),
  totalDocs: z.int(),
  totalPages: z.int(),
})

const foundSchema = z.object({
  docs: z.array(
    z.looseObject({
      collection: z.string(),
      id: z.int(),
      log: z.string(),
      slug: z.string(),
      title: z.string(),
      excerpt: z.string(),
      releasedAt: z.iso.datetime(),
    }),
  ),
  totalDocs: z.int(),
  isCapped: z.boolean(),
  limit: z.int(),
  page: z.int(),
})

const query = (
  name: string,
  vi: string,
  en: string,
  schema: z.ZodType,
  example?: string | number,
): ApiParameter => ({
  name,
  in: 'query',
  about: label(vi, en),
  schema,
  ...(example === undefined ? {} : { example }),
})

const whole = (max: number) => z.coerce.number().int().min(1).max(max)
const locale = query('locale', 'Ngôn ngữ.', 'Language.', z.enum(['vi', 'en']), 'vi')
const faults = refusals({
  400: label('Câu hỏi không được hỗ trợ.', 'The question is not supported.'),
})
const gone = refusals({
  404: label('Không có nội dung công khai này.', 'Nothing of that id is public.'),
})

/** What strangers read over REST, one path for each governed collection. */
export const restPart = (governed: readonly GovernedCollection[]): ApiPart => ({
  name: 'content',
  title: label('Nội dung công khai', 'Public content'),
  about: label(
    'Nội dung đang công khai, dạng của Payload REST. Bản nháp không bao giờ có ở đây.',
    'What is public now, in the shape of Payload REST. Drafts are never in it.',
  ),
  operations: [
    ...governed.flatMap(({ slug }) => [
      {
        method: 'get' as const,
        path: `/api/${slug}`,
        id: `list-${slug}`,
        title: label(`Danh sách: ${slug}`, `List: ${slug}`),
        about: label(
          'Lọc bằng where[trường][phép]=giá trị như Payload.',
          'Filter by where[field][operator]=value, as in Payload.',
        ),
        parameters: [
          locale,
          query('limit', 'Số mục mỗi trang.', 'Items of a page.', whole(100), 10),
          query('page', 'Trang thứ mấy.', 'Which page.', whole(100_000), 1),
          query(
            'depth',
            'Mở các tham chiếu đến mức nào.',
            'How deep references are opened.',
            z.coerce.number().int().min(0).max(10),
            0,
          ),
          query(
            'sort',
            'Trường để sắp, dấu trừ là giảm dần.',
            'The field to sort by; minus is descending.',
            z.string(),
          ),
        ],
        answers: {
          200: {
            about: label('Một trang.', 'A page.'),
            contentType: 'application/json',
            schema: pageSchema,
          },
          ...faults,
        },
      },
      {
        method: 'get' as const,
        path: `/api/${slug}/{id}`,
        id: `read-${slug}`,
        title: label(`Một mục: ${slug}`, `One: ${slug}`),
        parameters: [
          {
            name: 'id',
            in: 'path' as const,
            about: label('Mã số.', 'Id.'),
            schema: z.coerce.number().int().min(1),
            example: 1,
          },
          locale,
        ],
        answers: {
          200: {
            about: label('Nội dung đang công khai.', 'What is public.'),
            contentType: 'application/json',
            schema: document,
          },
          ...faults,
          ...gone,
        },
      },
    ]),
    {
      method: 'get',
      path: '/api/search',
      id: 'search',
      title: label('Tìm kiếm, có dấu hay không dấu', 'Search, with or without diacritics'),
      parameters: [
        query('q', 'Từ cần tìm.', 'The words to look for.', z.string().min(1), 'cầu'),
        locale,
        query('site', 'Chỉ trong trang này.', 'Only within this site.', z.string()),
        query('collection', 'Chỉ loại nội dung này.', 'Only this collection.', z.string()),
        query('limit', 'Số kết quả mỗi trang.', 'Results of a page.', whole(100), 10),
        query('page', 'Trang thứ mấy.', 'Which page.', whole(100), 1),
      ],
      answers: {
        200: {
          about: label(
            'Kết quả, từ tìm thấy trong <mark>.',
            'What was found, the words in <mark>.',
          ),
          contentType: 'application/json',
          schema: foundSchema,
        },
        ...faults,
      },
    },
  ],
})
