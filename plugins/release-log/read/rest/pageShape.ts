import type { Plan } from './compilePlan.ts'

/** Payload's page of documents as text; the documents stay the text the database gave. */
export const pageShape = (plan: Plan, row: { docs: string; n: number; total: number | null }) => {
  const { isPaginated, limit } = plan
  const page = isPaginated ? plan.page : 1
  const totalDocs = row.total ?? row.n
  const totalPages = isPaginated ? Math.max(1, Math.ceil(totalDocs / limit)) : 1
  const rest = {
    hasNextPage: page < totalPages,
    hasPrevPage: page > 1,
    limit,
    nextPage: page < totalPages ? page + 1 : null,
    page,
    pagingCounter: (page - 1) * limit + 1,
    prevPage: page > 1 ? page - 1 : null,
    totalDocs,
    totalPages,
  }
  return `{"docs":[${row.docs}],${JSON.stringify(rest).slice(1)}`
}
