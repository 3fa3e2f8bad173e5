import type { Endpoint } from 'payload'
import { noticeEndpoints } from './noticeEndpoints.ts'

/** What the screens of the clocks call. */
export const slaEndpoints: Endpoint[] = [...noticeEndpoints]
