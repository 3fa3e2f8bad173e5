import type { Row } from './row.ts'

const eachUnit = ['department', 'ward', 'commune']
const halfYears = [
  { year: 2025, due: '2025-07-01 00:00' },
  { year: 2026, due: '2026-07-01 00:00' },
]
const wholeYears = [
  { year: 2025, due: '2026-01-01 00:00' },
  { year: 2026, due: '2027-01-01 00:00' },
]
const yearly = (id: string, report: string, owes: readonly string[]): Row => ({
  id,
  report,
  owes,
  cases: wholeYears,
})
const halfYearly = (id: string, report: string, owes: readonly string[]): Row => ({
  id,
  report,
  owes,
  cases: halfYears,
})
const quota = (id: string, code: string, atLeast: number): Row => ({
  id,
  profile: 'haiphong',
  quota: code,
  atLeast,
  cases: [
    { month: 202502, ends: '2025-03-01 00:00' },
    { month: 202512, ends: '2026-01-01 00:00' },
    { month: 202604, ends: '2026-05-01 00:00' },
  ],
})

/** What is owed each month, half-year or year. An inclusive date ends with its day, an exclusive one as it begins. */
export const periodRows: readonly Row[] = [
  {
    id: 'E-10.3.1/due',
    report: 'ethnicQuarter1',
    owes: eachUnit,
    cases: [
      { year: 2025, due: '2025-03-15 00:00' },
      { year: 2026, due: '2026-03-15 00:00' }, // the 14th is a Saturday: a date is a date
    ],
  },
  {
    id: 'E-10.3.2/due',
    report: 'ethnicHalfYear',
    owes: eachUnit,
    cases: [{ year: 2026, due: '2026-06-15 00:00' }],
  },
  {
    id: 'E-10.3.3/due',
    report: 'ethnicQuarter3',
    owes: eachUnit,
    cases: [{ year: 2026, due: '2026-09-15 00:00' }],
  },
  {
    id: 'E-10.3.4/due',
    report: 'ethnicYear',
    owes: eachUnit,
    cases: [{ year: 2025, due: '2025-12-15 00:00' }],
  },
  {
    id: 'C-25.1/annual',
    profile: 'haiphong',
    report: 'cyberSecurityYear',
    owes: ['department', 'agency', 'ward', 'commune', 'specialZone'],
    cases: [{ year: 2026, due: '2026-12-25 00:00' }],
  },
  {
    id: 'C-QĐ.2/effective',
    profile: 'haiphong',
    inForceFrom: '2026-07-01',
    obligations: ['cyberSecurityYear', 'incidentReport'],
  },
  yearly('P-7.2/plan-year', 'portalPlan', ['city']),
  yearly('P-7.7/report', 'portalSummary', ['city']),
  yearly('P-20.1/training', 'boardTraining', ['city', 'component']),
  yearly('P-24.2/review', 'systemReview', ['city']),
  yearly('P-28.6/training', 'boardsTraining', ['city']),
  halfYearly('P-28.9/half', 'portalHalfYear', ['city']),
  yearly('P-28.9/year', 'portalYear', ['city']),
  halfYearly('P-28.13/half', 'evaluationHalfYear', ['city']),
  yearly('P-28.13/year', 'evaluationYear', ['city']),
  halfYearly('P-33.8/half', 'siteHalfYear', ['component']),
  yearly('P-33.8/year', 'siteYear', ['component']),
  yearly('S-15.1/review', 'securityReview', ['city']),
  quota('H-14.1a/supply', 'monthlySupply', 1),
  quota('H-15.7.1/quota', 'cultureProducts', 2),
  quota('H-16.4.1/quota', 'pressBulletins', 4),
  quota('H-16.5.1/quota', 'departmentBulletins', 1),
]

/** Numbers that other parts of the deployment keep. */
export const countRows: readonly Row[] = [
  { id: 'P-14.3/reasons', count: 5, of: 'refusalGrounds' },
  { id: 'S-10.1-5/categories', count: 5, of: 'bulletinTopics' },
  { id: 'H-10.1-8/categories', profile: 'haiphong', count: 8, of: 'bulletinTopics' },
  { id: 'P-5.2a/versions', count: 2, of: 'languages' },
  { id: 'S-9.2.3/len', count: 8, of: 'passwordLength' },
  { id: 'C-9.1đ.1/len', profile: 'haiphong', count: 8, of: 'passwordLength' },
  { id: 'H-9.2.3/len', profile: 'haiphong', count: 8, of: 'passwordLength' },
]
