export { DispatchItem } from './components/DispatchItem.tsx'
export { DispatchLink } from './components/DispatchLink.tsx'
export { DispatchList } from './components/DispatchList.tsx'
