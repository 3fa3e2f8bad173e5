import { z } from 'zod'
import { label } from '#kit/label.ts'
import type { ApiParameter, ApiPart } from '#kit/openApi/apiPart.ts'
import { refusals } from '#kit/openApi/buildOpenApi.ts'
import { feedPageSchema } from '../feed/feedSchema.ts'

/** The site in the path. */
export const siteParameter: ApiParameter = {
  name: 'site',
  in: 'path',
  about: label('Mã trang, ví dụ ha-noi.', 'Code of a site, such as ha-noi.'),
  schema: z.string().regex(/^[a-z0-9-]{1,64}$/),
  example: 'ha-noi',
}

const list = z.string().regex(/^[\w-]+(,[\w-]+)*$/)
const query = (
  name: string,
  vi: string,
  en: string,
  schema: z.ZodType,
  example?: string | number,
) =>
  ({
    name,
    in: 'query',
    about: label(vi, en),
    schema,
    ...(example === undefined ? {} : { example }),
  }) as const

/** Which part of a log is read, and in which language titles and addresses are given. */
export const scopeParameters: readonly ApiParameter[] = [
  query(
    'collections',
    'Loại nội dung, cách nhau bằng dấu phẩy.',
    'Collections, with commas between them.',
    list,
    'articles,documents',
  ),
  query('categories', 'Chuyên mục, theo mã số hoặc tên ngắn.', 'Sections, by id or by slug.', list),
  query('kinds', 'Loại thông tin theo khoản 1 Điều 13.', 'Kinds of content (Article 13(1)).', list),
  query(
    'locales',
    'Chỉ mục có bản tiếng này: vi, en.',
    'Only items with a text in this language: vi, en.',
    list,
    'vi',
  ),
  query(
    'locale',
    'Ngôn ngữ của tiêu đề và địa chỉ.',
    'Language of titles and addresses.',
    z.enum(['vi', 'en']),
    'vi',
  ),
]

const badRequest = label('Yêu cầu không hiểu được; xem "code".', 'Not understood; see "code".')
const noSite = label('Không có trang với mã này.', 'There is no site with this code.')
const faults = refusals({ 400: badRequest, 404: noSite })

/** The feed by cursor. */
export const feedPart: ApiPart = {
  name: 'feed',
  title: label('Sổ phát hành', 'Release log'),
  about: label(
    'Sổ phát hành của từng trang, đọc theo con trỏ, cũ trước mới sau. Đây là nguồn đáng tin duy nhất: đọc đến đâu nhớ đến đó, không bao giờ sót hay lặp.',
    'The release log of each site, read by cursor, oldest first. It is the one source to rely on: who keeps the cursor with the items misses nothing and takes nothing twice.',
  ),
  operations: [
    {
      method: 'get',
      path: '/feeds/{site}',
      id: 'readFeed',
      key: 'optional',
      title: label('Đọc sổ phát hành của một trang', 'Read the release log of a site'),
      about: label(
        'Lần sau gửi "next" của trang này làm "after". Tin đã gỡ ở lại mãi với lý do. "body" đúng từng byte với văn bản Ban Biên tập đã duyệt; "sha256" là dấu vân tay của nó.',
        'Send "next" of this page as "after" the next time. Withdrawals stay for ever, with their reason. "body" is to the byte the text the board decided on; "sha256" is its hash.',
      ),
      parameters: [
        siteParameter,
        query(
          'after',
          'Số cuối cùng bạn đã có.',
          'The last number you have.',
          z.coerce.number().int().min(0),
          0,
        ),
        query(
          'limit',
          'Số mục mỗi trang, đến 500.',
          'Items of a page, up to 500.',
          z.coerce.number().int().min(1).max(500),
          20,
        ),
        query(
          'wait',
          'Số giây chờ nếu chưa có gì mới, đến 25.',
          'Seconds to wait when there is nothing new, up to 25.',
          z.coerce.number().int().min(0).max(25),
          0,
        ),
        query(
          'subscription',
          'Đăng ký của trang bạn; cần khóa.',
          'A subscription of your site; needs its key.',
          z.string(),
        ),
        ...scopeParameters,
      ],
      answers: {
        200: {
          about: label('Một trang của sổ phát hành.', 'A page of the log.'),
          contentType: 'application/json',
          schema: feedPageSchema,
          example: {
            version: 2,
            site: 'ha-noi',
            after: 292,
            next: 292,
            isComplete: true,
            items: [],
          },
        },
        304: { about: label('Trang bạn có vẫn đúng.', 'What you have is still right.') },
        ...faults,
        ...refusals({
          409: label(
            'Con trỏ vượt quá sổ: bắt đầu lại từ 0.',
            'The cursor is ahead of the log: start again from 0.',
          ),
        }),
      },
    },
  ],
}

/** The feeds for feed readers and harvesters. */
export const formatsPart: ApiPart = {
  name: 'formats',
  title: label('Các định dạng khác', 'Other formats'),
  about: label(
    'Cùng nội dung cho trình đọc tin, máy thu thập dữ liệu và máy tìm kiếm.',
    'The same content for feed readers, harvesters and search engines.',
  ),
  operations: [
    {
      method: 'get',
      path: '/feeds/{site}.atom',
      id: 'readAtom',
      title: label('Atom, có tập lưu trữ và dấu gỡ tin', 'Atom, with archives and tombstones'),
      about: label(
        'RFC 4287, lưu trữ theo RFC 5005, tin đã gỡ theo RFC 6721.',
        'RFC 4287, archives by RFC 5005, withdrawals by RFC 6721.',
      ),
      parameters: [
        siteParameter,
        query(
          'archive',
          'Số của tập lưu trữ.',
          'Number of an archive document.',
          z.coerce.number().int().min(1),
        ),
        ...scopeParameters,
      ],
      answers: {
        200: {
          about: label('Tài liệu Atom.', 'An Atom document.'),
          contentType: 'application/atom+xml',
        },
        ...faults,
      },
    },
    {
      method: 'get',
      path: '/feeds/{site}.json',
      id: 'readJsonFeed',
      title: label('JSON Feed 1.1', 'JSON Feed 1.1'),
      parameters: [
        siteParameter,
        query(
          'before',
          'Chỉ mục có số nhỏ hơn.',
          'Only items of a smaller number.',
          z.coerce.number().int().min(1),
        ),
        ...scopeParameters,
      ],
      answers: {
        200: {
          about: label('Một trang JSON Feed.', 'A page of a JSON feed.'),
          contentType: 'application/feed+json',
          schema: z.looseObject({
            version: z.literal('https://jsonfeed.org/version/1.1'),
            title: z.string(),
            next_url: z.url().optional(),
            items: z.array(z.looseObject({ id: z.string(), url: z.url().nullable() })),
          }),
        },
        ...faults,
      },
    },
    {
      method: 'get',
      path: '/feeds/{site}.rss',
      id: 'readRss',
      title: label('RSS 2.0', 'RSS 2.0'),
      parameters: [siteParameter, ...scopeParameters],
      answers: {
        200: { about: label('Nguồn RSS.', 'An RSS feed.'), contentType: 'application/rss+xml' },
        ...faults,
      },
    },
    {
      method: 'get',
      path: '/oai',
      id: 'harvest',
      title: label('Thu thập theo OAI-PMH 2.0', 'Harvest by OAI-PMH 2.0'),
      about: label(
        'Đủ sáu động từ, định dạng oai_dc, bản ghi đã xóa giữ mãi. POST nhận cùng tham số. Lỗi của giao thức được trả trong XML với mã 200.',
        'All six verbs, oai_dc, deleted records kept for ever. POST takes the same arguments. Errors of the protocol come as XML, with status 200.',
      ),
      parameters: [
        query(
          'verb',
          'Động từ.',
          'The verb.',
          z.enum([
            'Identify',
            'ListSets',
            'ListMetadataFormats',
            'ListIdentifiers',
            'ListRecords',
            'GetRecord',
          ]),
          'Identify',
        ),
        ...['metadataPrefix', 'identifier', 'from', 'until', 'set', 'resumptionToken'].map((name) =>
          query(name, 'Theo OAI-PMH 2.0.', 'As in OAI-PMH 2.0.', z.string()),
        ),
      ],
      answers: {
        200: {
          about: label('Câu trả lời OAI-PMH.', 'An answer of OAI-PMH.'),
          contentType: 'text/xml',
        },
        ...refusals({ 429: label('Quá nhiều yêu cầu.', 'Too many requests.') }),
      },
    },
  ],
}

/** The hints this installation sends; `webhooks/messageOf` makes them. */
export const hintsPart: ApiPart = {
  name: 'webhooks',
  title: label('Lời nhắc', 'Hints'),
  about: label(
    'Lời nhắc để đến đọc sổ phát hành, ký theo Standard Webhooks (v1a, Ed25519). Lời nhắc đến muộn, đến hai lần hay bị mất đều không sao.',
    'Hints to pull the feed, signed as Standard Webhooks (v1a, Ed25519). A hint that is late, repeated or lost does no harm.',
  ),
  operations: [],
  webhooks: [
    {
      id: 'release',
      title: label('Có phát hành mới', 'Something was released'),
      about: label(
        'Đừng dùng nội dung này để đăng: hãy đọc "/feeds/{site}" từ con trỏ của bạn.',
        'Do not publish from this: read "/feeds/{site}" from your own cursor.',
      ),
      schema: z.object({
        type: z.literal('release'),
        site: z.string(),
        collection: z.string(),
        item: z.int(),
        seq: z.int(),
        sha256: z.string().nullable(),
        kind: z.enum(['publish', 'update', 'correct', 'withdraw']),
        isEmergency: z.boolean(),
        releasedAt: z.iso.datetime(),
      }),
      example: {
        type: 'release',
        site: 'ha-noi',
        collection: 'articles',
        item: 426,
        seq: 292,
        sha256: null,
        kind: 'withdraw',
        isEmergency: false,
        releasedAt: '2026-11-24T03:00:00.000Z',
      },
    },
  ],
}
