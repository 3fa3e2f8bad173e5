import type { Random } from '../random.ts'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý', 'Đào', 'Đoàn', 'Trịnh', 'Mai', 'Cao', 'Tạ']
const women = ['Thị Thu', 'Ngọc', 'Thanh', 'Thị Hồng', 'Khánh', 'Thùy', 'Minh', 'Diệu', 'Bảo', 'Thị Kim']
const womenGiven = ['An', 'Chi', 'Hạnh', 'Hiền', 'Hoa', 'Lan', 'Linh', 'Mai', 'Nga', 'Nhung', 'Oanh', 'Quyên', 'Thảo', 'Trang', 'Vân', 'Yến']
const men = ['Văn', 'Đức', 'Quốc', 'Hữu', 'Minh', 'Thành', 'Xuân', 'Gia', 'Công', 'Bá']
const menGiven = ['Bách', 'Cường', 'Dũng', 'Đạt', 'Hải', 'Khôi', 'Lâm', 'Nam', 'Phong', 'Quân', 'Sơn', 'Tài', 'Thắng', 'Tùng', 'Việt', 'Vinh']

/** An invented name; any likeness to a person is chance. */
export const inventName = (random: Random): string =>
  random.chance(0.5)
    ? `${random.pick(families)} ${random.pick(women)} ${random.pick(womenGiven)}`
    : `${random.pick(families)} ${random.pick(men)} ${random.pick(menGiven)}`
