import type { DateField } from 'payload'

type DatePicker = NonNullable<NonNullable<DateField['admin']>['date']>

/** A day, written and typed as in Vietnam: 24/11/2026. */
export const dayPicker: DatePicker = { pickerAppearance: 'default', displayFormat: 'dd/MM/yyyy' }

/** A day and a time of 24 hours: 24/11/2026 16:30. */
export const dayAndTimePicker: DatePicker = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'dd/MM/yyyy HH:mm',
  timeFormat: 'HH:mm',
  timeIntervals: 15,
  overrides: { timeCaption: 'Giờ' },
}
