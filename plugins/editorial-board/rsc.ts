export { DeskLink } from './components/DeskLink.tsx'
export { DeskSummary } from './components/DeskSummary.tsx'
export { ReviewDesk } from './components/ReviewDesk.tsx'
export { ReviewItem } from './components/ReviewItem.tsx'
