const words = ['Hoa Sữa', 'Hoa Ban', 'Cây Gạo', 'Bến Nứa', 'Hàng Sấu', 'Cầu Mây', 'Giếng Ngọc', 'Gò Thông', 'Đồng Sen', 'Vườn Cam', 'Bờ Đê', 'Chợ Mới', 'Đình Làng', 'Ao Cá', 'Lò Gốm', 'Bãi Dâu', 'Cửa Đông', 'Cổng Gạch', 'Rặng Tre', 'Suối Trong', 'Hồ Sen', 'Nhà Kèn', 'Sân Vận Động', 'Xóm Bãi', 'Hoa Phượng', 'Bằng Lăng', 'Trúc Xanh', 'Thạch Thảo', 'Bình An', 'Hòa Thuận', 'Đoàn Kết', 'Thống Nhất Mới', 'Lúa Vàng', 'Sao Mai', 'Nắng Sớm', 'Gió Nồm']

/** Invented street names. */
export const streets = words.flatMap((word) => [`đường ${word}`, `phố ${word}`, `ngõ ${word}`])
