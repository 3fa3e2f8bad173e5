'use client'
export { DevicePanel } from './registry/components/DevicePanel.tsx'
export { AnswerPanel } from './forms/components/AnswerPanel.tsx'
export { BulletinPanel } from './forms/components/BulletinPanel.tsx'
