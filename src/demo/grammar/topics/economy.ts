import type { Topic } from '../topic.ts'

export const economy: readonly Topic[] = [
  {
    key: 'market-inspection',
    category: 'kinh-te',
    department: 'cong-thuong',
    picture: 'market',
    lists: [
      {
        heading: 'Người mua nên',
        items: [
          'Xem nhãn, hạn dùng và nơi sản xuất.',
          'Lấy hóa đơn hoặc chụp lại mã hàng.',
          'So giá niêm yết trước khi thanh toán.',
          'Báo số {phone} khi nghi hàng giả.',
        ],
      },
    ],
    quotes: [
      'Chợ sạch là chợ mà người bán tự nhắc nhau, ban quản lý chợ nêu ý kiến.',
      'Kiểm tra không báo trước nhưng kết quả phải công khai, {dept} khẳng định.',
    ],
    paragraphs: [
      'Xe kiểm nghiệm nhanh cho kết quả sau {#15-40} phút, [mẫu nghi ngờ được gửi phòng thử nghiệm|hàng không đạt bị niêm phong tại chỗ].',
      'Các hộ kinh doanh ký cam kết niêm yết giá, dùng cân đã kiểm định và không bán hàng quá hạn.',
      'Cân đối chứng được đặt ở {#2-5} cửa chợ; người dân tự cân lại hàng sau khi mua.',
    ],
    stories: [
      {
        titles: [
          '{Who} kiểm tra an toàn thực phẩm các chợ dân sinh, {dm1}',
          'Kiểm tra {#40-160} quầy hàng tại chợ {area} ngày {dm1}',
        ],
        lead: 'Đoàn liên ngành kiểm tra chợ dân sinh tại {area} ngày {d1}, [nhắc nhở và lập biên bản một số quầy|phần lớn quầy hàng chấp hành tốt].',
        paragraphs: [
          'Trọng tâm là thịt, thủy sản, rau quả và đồ ăn chín. {#2-9} quầy chưa có tủ kính che, {#1-5} quầy không xuất trình được nguồn gốc hàng.',
          'Các trường hợp vi phạm được xử lý theo quy định và tái kiểm trong {#7-15} ngày.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} cải tạo chợ bên {street}, khởi công {dm1}',
          'Chợ cạnh {street} được sắp xếp lại từ {dm1}',
        ],
        lead: 'Chợ cạnh {street} với {#80-260} hộ kinh doanh được cải tạo mái, nền và hệ thống thoát nước từ {d1}.',
        paragraphs: [
          'Trong thời gian làm, các hộ bán tại khu tạm có mái che, không thu tiền mặt bằng. Lối chữa cháy rộng 4 m được giữ thông.',
          'Khi hoàn thành, chợ có khu bán hàng tươi sống riêng, nhà vệ sinh mới và điểm rửa tay ở mỗi cửa.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who}: {#55-90}% quầy chợ nhận thanh toán không tiền mặt, tính đến {dm1}',
          'Chợ ở {area} quen dần với mã thanh toán, số liệu đến {dm1}',
        ],
        lead: 'Sau {#3-8} tháng vận động, phần lớn quầy hàng tại {area} đã nhận chuyển khoản, [người cao tuổi vẫn dùng tiền mặt khi muốn|số vụ nhầm tiền giảm hẳn].',
        paragraphs: [
          'Tổ công nghệ cộng đồng giúp tiểu thương mở tài khoản, in mã và nhận biết tin nhắn giả.',
          'Ban quản lý nhắc các quầy kiểm tra mã mỗi sáng để tránh bị dán đè mã lạ.',
        ],
        when: 'past',
      },
    ],
  },
  {
    key: 'local-fair',
    category: 'kinh-te',
    department: 'cong-thuong',
    picture: 'market',
    lists: [
      {
        heading: 'Có thể tìm thấy tại hội chợ',
        items: [
          'Nông sản theo mùa của các hợp tác xã.',
          'Mây tre đan, gốm, lụa và đồ gỗ nhỏ.',
          'Món ăn truyền thống được nấu tại chỗ.',
          'Quầy tư vấn đóng gói, nhãn mác và bán hàng trên mạng.',
        ],
      },
    ],
    quotes: [
      'Người sản xuất gặp thẳng người mua thì cả hai đều được lợi, ban tổ chức nhận định.',
      'Mỗi sản phẩm trưng bày đều có mã truy xuất, {dept} cho biết.',
    ],
    paragraphs: [
      '{#60-180} gian hàng được bố trí theo lối đi một chiều, [rộng đủ cho xe lăn|có ghế nghỉ cách nhau 30 m].',
      'Doanh thu kỳ trước đạt {#4-18} tỷ đồng, {#12-40} hợp đồng cung ứng được ký với siêu thị và bếp ăn.',
      'Ban tổ chức không dùng đồ nhựa một lần; khách mang túi được giảm giá gửi xe.',
    ],
    stories: [
      {
        titles: [
          '{Who} mở phiên chợ nông sản cuối tuần {dm1} trên {street}',
          'Cuối tuần {dm1}: phiên chợ nông sản bên {street}',
        ],
        lead: 'Phiên chợ nông sản an toàn diễn ra từ {thu1}, {d1} dọc {street}, mở cửa từ 6 giờ đến 21 giờ.',
        paragraphs: [
          'Các hợp tác xã quanh {area} mang đến rau, quả, gạo và thực phẩm chế biến. Giá niêm yết tại từng gian.',
          'Khu trải nghiệm dạy trẻ em gói bánh, nặn tò he. Chương trình văn nghệ kết thúc trước 22 giờ để không ảnh hưởng khu dân cư.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} có thêm {#4-15} sản phẩm đạt sao OCOP, công bố {dm1}',
          'Công nhận {#4-15} sản phẩm OCOP mới của {area}, {dm1}',
        ],
        lead: 'Hội đồng đánh giá công bố kết quả ngày {d1}; các sản phẩm mới gồm [trà sen, bánh gai và giò chả|tinh dầu, mật ong và đồ mây].',
        paragraphs: [
          'Mỗi hồ sơ được chấm về nguồn nguyên liệu, quy trình, bao bì và khả năng bán hàng. Cơ sở đạt sao được hỗ trợ in nhãn mới.',
          'Danh mục sản phẩm cùng địa chỉ nơi sản xuất được đăng để người tiêu dùng tra cứu.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} kết nối hàng Việt về {to}, ngày {dm1}',
          'Chuyến hàng Việt lưu động đến {to} ngày {dm1}',
        ],
        lead: 'Chuyến hàng lưu động với {#200-700} mặt hàng thiết yếu dừng tại {house} {thu1}, {d1}.',
        paragraphs: [
          'Giá bán thấp hơn thị trường {#5-15}%, mỗi gia đình được đăng ký trước các mặt hàng dễ hết.',
          'Các doanh nghiệp tham gia cam kết đổi hàng trong bảy ngày và hướng dẫn nhận biết hàng giả.',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'small-business',
    category: 'kinh-te',
    department: 'tai-chinh',
    picture: 'office',
    contentKind: 'policyLaw',
    lists: [
      {
        heading: 'Hỗ trợ hiện có',
        items: [
          'Tư vấn miễn phí về đăng ký kinh doanh và thuế.',
          'Lớp kế toán đơn giản cho hộ kinh doanh.',
          'Vay vốn ưu đãi qua các quỹ của Thành phố.',
          'Kết nối gian hàng trên sàn thương mại điện tử.',
        ],
      },
    ],
    quotes: [
      'Thủ tục làm được ở nhà thì không mời người dân đến trụ sở, {dept} đặt mục tiêu.',
      'Một câu hỏi của hộ kinh doanh cần một câu trả lời rõ ràng chứ không cần thêm biểu mẫu, {committee} nhấn mạnh.',
    ],
    paragraphs: [
      'Từ đầu năm, {area} có thêm {#90-420} doanh nghiệp và hộ kinh doanh mới, [chủ yếu trong dịch vụ và thương mại|nhiều cơ sở do người trẻ thành lập].',
      'Hồ sơ nộp trực tuyến được miễn lệ phí và trả kết quả trong {#1-3} ngày làm việc.',
      'Tổ tư vấn trực tại bộ phận một cửa vào chiều thứ Ba và thứ Năm, không cần đặt lịch.',
    ],
    stories: [
      {
        titles: [
          '{Who} đối thoại với hộ kinh doanh về thuế, {dm1}',
          'Giải đáp cho hộ kinh doanh {area} ngày {dm1}',
        ],
        lead: 'Buổi đối thoại lúc {gio} {thu1}, {d1} tại {house} giải đáp về hóa đơn điện tử và kê khai thuế.',
        paragraphs: [
          'Câu hỏi gửi trước sẽ được trả lời bằng văn bản. Cán bộ thuế hướng dẫn trực tiếp trên máy tính của từng hộ.',
          'Tài liệu tóm tắt {#6-12} trang, cỡ chữ lớn, được phát tại chỗ và đăng trên trang thông tin.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} mở lớp bán hàng trên mạng cho tiểu thương từ {dm1}',
          'Tiểu thương quanh {street} học bán hàng trực tuyến từ {dm1}',
        ],
        lead: 'Lớp học {#4-8} buổi tối, miễn phí, bắt đầu {thu1}, {d1} cho {#25-60} tiểu thương đăng ký đầu tiên.',
        paragraphs: [
          'Học viên được thực hành chụp ảnh sản phẩm, viết mô tả trung thực, tính phí giao hàng và trả lời khách.',
          'Phần cuối khóa dành cho an toàn tài khoản và nghĩa vụ thuế khi bán trên sàn.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} giải ngân {#8-45} tỷ đồng vốn vay nhỏ, số liệu đến {dm1}',
          'Vốn vay nhỏ giúp {#120-480} hộ ở {area}, tính đến {dm1}',
        ],
        lead: 'Tính đến {d1}, nguồn vốn vay nhỏ tại {area} đã đến tay các hộ làm dịch vụ, [tỷ lệ trả đúng hạn trên 98%|phần lớn do phụ nữ làm chủ].',
        paragraphs: [
          'Bình quân mỗi hộ vay {#40-90} triệu đồng, thời hạn {#24-48} tháng. Tổ vay vốn họp mỗi tháng một lần tại {house}.',
          'Những hộ khó khăn tạm thời được xem xét giãn kỳ trả nợ sau khi tổ vay vốn xác nhận.',
        ],
        when: 'past',
      },
    ],
  },
]
