import { z } from 'zod'
import { label } from '#kit/label.ts'
import type { ApiPart } from '#kit/openApi/apiPart.ts'
import { refusals } from '#kit/openApi/buildOpenApi.ts'
import { outsideItemSchema } from '../intake/outsideItem.ts'

const state = z.enum([
  'proposed',
  'under_review',
  'accepted',
  'returned',
  'withdrawn',
  'superseded',
  'dismissed',
])
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const refused = {
  400: label('Nội dung không đúng; xem "details.fields".', 'Not understood; see "details.fields".'),
  401: label('Thiếu khóa của trang.', 'The key of the site is missing.'),
  403: label('Khóa không có phạm vi "propose".', 'The key lacks the scope "propose".'),
}

/** What an external site proposes with its key, and what becomes of it. */
export const proposalsPart: ApiPart = {
  name: 'proposals',
  title: label('Đề nghị đăng', 'Proposals'),
  about: label(
    'Trang bên ngoài đề nghị Cổng Thành phố đăng tin của mình. Ban Biên tập quyết định; trang theo dõi được kết quả và lý do trả lại.',
    'A site elsewhere proposes items of its own to the city portal. The board decides; the site sees what became of each, and why it was returned.',
  ),
  operations: [
    {
      method: 'post',
      path: '/api/cross-posting/proposals',
      id: 'propose',
      key: 'needed',
      title: label('Đề nghị đăng một tin', 'Propose an item'),
      about: label(
        'Nội dung là Markdown và được giữ nguyên theo mã băm. Gửi lại đúng bản cũ thì vẫn là đề nghị cũ; bản mới thay bản chưa ai tiếp nhận. Tin mà trang lấy từ nơi khác phải kèm "origin" và "hops" như bảng tin đã cho; nếu bảng tin không cho "origin" thì ghi mã trang của bảng tin, "collection" và "id" của tin. Tin mà trang nhận đã có thì không được nhận lại, dù trang gửi có khai hay không.',
        'The text is Markdown and frozen under its hash. The same version again is the same proposal; a new one takes the place of one nobody took up yet. What the site itself took from elsewhere carries "origin" and "hops": as the feed gave them, and where the feed gave no origin, the feed\'s site, "collection" and "id" of the item. An item the receiving site has already is refused, whether its site says so or not.',
      ),
      body: {
        contentType: 'application/json',
        schema: outsideItemSchema,
        example: {
          key: 'tin-2026-118',
          url: 'https://so-xay-dung.example/tin/khoi-cong-cau-vuot',
          publishedAt: '2026-11-24T08:00:00+07:00',
          author: 'Tổ Biên tập',
          sourceAgency: 'Sở Xây dựng',
          origin: {
            site: 'ban-quan-ly-giao-thong',
            siteName: 'Ban Quản lý dự án giao thông',
            collection: 'articles',
            item: '77',
            url: 'https://ban-quan-ly-giao-thong.example/tin/77',
          },
          hops: ['ban-quan-ly-giao-thong'],
          locales: {
            vi: {
              title: 'Khởi công cầu vượt nút giao phía Tây',
              lead: 'Cầu dài 320 m, dự kiến thông xe sau 14 tháng.',
              body: 'Sáng nay, **Sở Xây dựng** khởi công cầu vượt.',
            },
          },
        },
      },
      answers: {
        200: {
          about: label('Đề nghị đã được ghi nhận.', 'The proposal is on record.'),
          contentType: 'application/json',
          schema: z.object({ proposalId: z.uuid(), state, sha256 }),
        },
        ...refusals({
          ...refused,
          409: label(
            'Tin đã đi qua trang nhận ("loop") hoặc trang nhận đã có tin này ("own_item", xem "details.item").',
            'It went through the receiving site ("loop"), or the receiving site has it already ("own_item", see "details.item").',
          ),
          413: label('Nội dung quá lớn.', 'The item is too large.'),
          422: label(
            'Tin không đúng mẫu ("bad_item") hoặc đã qua quá nhiều trang ("too_many_hops").',
            'Not of the right form ("bad_item"), or it went through too many sites ("too_many_hops").',
          ),
        }),
      },
    },
    {
      method: 'get',
      path: '/api/cross-posting/proposals',
      id: 'readProposals',
      key: 'needed',
      title: label('Xem các đề nghị đã gửi', 'Read what was proposed'),
      parameters: [
        {
          name: 'key',
          in: 'query',
          about: label('Chỉ một tin, theo mã của trang.', 'One item only, by the key of the site.'),
          schema: z.string().min(1).max(200),
          example: 'tin-2026-118',
        },
      ],
      answers: {
        200: {
          about: label('Các đề nghị, mới nhất trước.', 'The proposals, newest first.'),
          contentType: 'application/json',
          schema: z.object({
            proposals: z.array(
              z.object({
                id: z.uuid(),
                key: z.string(),
                to: z.string(),
                title: z.string(),
                sha256,
                state,
                answer: z.string().nullable(),
                offeredAt: z.iso.datetime({ offset: true }),
                settledAt: z.iso.datetime({ offset: true }).nullable(),
              }),
            ),
          }),
        },
        ...refusals(refused),
      },
    },
    {
      method: 'post',
      path: '/api/cross-posting/proposals/withdraw',
      id: 'withdrawProposal',
      key: 'needed',
      title: label('Rút đề nghị', 'Take a proposal back'),
      body: {
        contentType: 'application/json',
        schema: z.object({
          key: z.string().min(1).max(200),
          reason: z.string().max(1000).optional(),
        }),
        example: { key: 'tin-2026-118', reason: 'Trang đang cập nhật lại số liệu.' },
      },
      answers: {
        200: {
          about: label('Số đề nghị đã rút.', 'How many were taken back.'),
          contentType: 'application/json',
          schema: z.object({ withdrawn: z.int() }),
        },
        ...refusals(refused),
      },
    },
  ],
}
