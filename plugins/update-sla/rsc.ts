export { TodayBoard } from './components/TodayBoard.tsx'
