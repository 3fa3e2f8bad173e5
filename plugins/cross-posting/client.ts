'use client'
export { DocumentPanel } from './components/document/DocumentPanel.tsx'
