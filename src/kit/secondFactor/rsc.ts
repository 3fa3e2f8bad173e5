export { SecondFactorField } from './SecondFactorField.tsx'
export { SecondFactorPage } from './SecondFactorPage.tsx'
