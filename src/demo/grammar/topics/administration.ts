import type { Topic } from '../topic.ts'

export const administration: readonly Topic[] = [
  {
    key: 'one-stop',
    category: 'chuyen-doi-so',
    department: 'hanh-chinh-cong',
    picture: 'office',
    lists: [
      {
        heading: 'Đến bộ phận một cửa',
        items: [
          'Lấy số trên điện thoại trước khi đi.',
          'Chỉ mang giấy tờ chưa có trong dữ liệu.',
          'Theo dõi hồ sơ bằng mã tra cứu.',
          'Chấm điểm hài lòng ngay tại quầy.',
        ],
      },
    ],
    quotes: [
      'Trễ hẹn thì phải xin lỗi bằng văn bản và nói rõ ngày trả, {committee} quy định.',
      'Giấy tờ Nhà nước đã có thì không hỏi người dân lần nữa, {dept} nêu nguyên tắc.',
    ],
    paragraphs: [
      'Tỷ lệ hồ sơ đúng và trước hạn đạt {#95-99}%, [thời gian chờ bình quân {#6-14} phút|hồ sơ trực tuyến chiếm {#72-94}%].',
      'Quầy ưu tiên phục vụ người cao tuổi, phụ nữ có thai và người khuyết tật, có máy trợ thính.',
      'Kết quả chấm điểm từng quầy hiển thị trên màn hình và gửi báo cáo mỗi tuần.',
    ],
    stories: [
      {
        titles: [
          '{Who} mở một cửa buổi tối thứ Năm từ {dm1}',
          'Từ {dm1}, nộp hồ sơ buổi tối tại {area}',
        ],
        lead: 'Từ {d1}, bộ phận một cửa phục vụ thêm từ 17 giờ 30 đến 20 giờ thứ Năm cho người đi làm.',
        paragraphs: [
          'Các thủ tục khai sinh, chứng thực, cư trú và đăng ký hộ kinh doanh được giải quyết ngay trong buổi.',
          'Sau ba tháng, số lượt phục vụ sẽ quyết định có mở thêm thứ Ba hay không.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} rút ngắn {#12-38} thủ tục, áp dụng từ {dm1}',
          'Thời gian giải quyết {#12-38} thủ tục ở {area} giảm một nửa từ {dm1}',
        ],
        lead: 'Danh mục thủ tục rút ngắn thời gian được công bố {d1}, [giảm trung bình 40%|bỏ hẳn {#9-30} loại giấy tờ].',
        paragraphs: [
          'Cắt giảm dựa trên dữ liệu đã liên thông. Người dân vẫn có quyền nộp giấy nếu muốn.',
          'Bảng so sánh thời gian cũ và mới treo tại quầy và đăng trên trang thông tin.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who}: trả kết quả tại nhà cho người cao tuổi ở {to} từ {dm1}',
          'Cán bộ mang kết quả đến tận nhà người dân {area}, từ {dm1}',
        ],
        lead: 'Từ {d1}, người trên 75 tuổi và người khuyết tật được tiếp nhận, trả kết quả tại nhà, không thu phí.',
        paragraphs: [
          'Cán bộ đến theo giờ hẹn, đeo thẻ và mang máy quét. Gia đình gọi {phone} để đặt lịch.',
          'Trong tháng thử nghiệm, {#30-160} hồ sơ được làm theo cách này, không hồ sơ nào trễ.',
        ],
        when: 'coming',
      },
    ],
    english: {
      titles: [
        '{placeEn} opens its service desk in the evening from {dateEn}',
        'Shorter procedures at the service desk of {placeEn} from {dateEn}',
      ],
      lead: 'From {dateEn} residents of {placeEn} may hand in papers after work and follow each file by its code.',
      paragraphs: [
        'Birth registration, certification and residence matters are handled at once. Papers that the administration already holds are not asked for again.',
        'If a result is late, the office apologises in writing and names a new date.',
        'Foreign residents find a form in English; an interpreter can be booked by telephone.',
      ],
    },
  },
  {
    key: 'digital-signature',
    category: 'chuyen-doi-so',
    department: 'khoa-hoc-cong-nghe',
    picture: 'office',
    lists: [
      {
        heading: 'Bốn bước đăng ký',
        items: [
          'Mở ứng dụng định danh, chọn mục chữ ký số.',
          'Chọn nhà cung cấp miễn phí cho dịch vụ công.',
          'Xác thực khuôn mặt và đặt mã riêng.',
          'Ký thử một văn bản mẫu.',
        ],
      },
    ],
    quotes: [
      'Mã ký là của riêng mỗi người, không đọc cho ai kể cả cán bộ, tổ công nghệ cộng đồng dặn.',
      'Công nghệ phải theo kịp người chậm nhất, {dept} nêu tinh thần.',
    ],
    paragraphs: [
      'Tại {area} đã có {#4-26} nghìn người dùng chữ ký số cá nhân, [nhiều nhất khi nộp hồ sơ đất đai|tăng gấp đôi sau ba tháng].',
      'Tổ công nghệ cộng đồng gồm {#5-12} thành viên, mang máy tính bảng đến từng {to}.',
      'Người mất điện thoại gọi nhà cung cấp để khóa chứng thư ngay lập tức.',
    ],
    stories: [
      {
        titles: [
          '{Who} cấp chữ ký số miễn phí tại {house}, {dm1}',
          'Nhận chữ ký số miễn phí ở {to} ngày {dm1}',
        ],
        lead: 'Người dân được cấp chữ ký số cá nhân miễn phí tại {house} {thu1}, {d1}, mỗi người khoảng mười phút.',
        paragraphs: [
          'Chữ ký số dùng để nộp hồ sơ, ký hợp đồng điện, nước và khai thuế. Cần mang căn cước và điện thoại.',
          'Người chưa có điện thoại thông minh vẫn được hỗ trợ nộp hồ sơ như cũ.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} phủ sóng Internet miễn phí tại {#6-30} điểm, {dm1}',
          'Mạng không dây miễn phí quanh {street} từ {dm1}',
        ],
        lead: 'Mạng không dây miễn phí hoạt động tại nhà văn hóa, bến xe và vườn hoa ở {area} từ {d1}.',
        paragraphs: [
          'Người dùng đăng nhập bằng số điện thoại, mỗi phiên {#60-120} phút. Hệ thống chặn trang độc hại.',
          'Không lưu nội dung truy cập; hướng dẫn an toàn hiển thị ở trang đầu.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} thi tìm hiểu kỹ năng số, nhận bài từ {dm1}',
          'Thi kỹ năng số cho mọi nhà ở {area}, bắt đầu {dm1}',
        ],
        lead: 'Cuộc thi trực tuyến về kỹ năng số mở từ {d1} đến {d2}, mỗi gia đình một tài khoản.',
        paragraphs: [
          'Câu hỏi xoay quanh dịch vụ công, thanh toán an toàn và bảo vệ dữ liệu trẻ em.',
          'Gia đình ba thế hệ cùng thi được cộng điểm; giải thưởng là thiết bị học tập.',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'commune-radio',
    category: 'chuyen-doi-so',
    department: 'van-hoa-the-thao',
    picture: 'loudspeaker',
    lists: [
      {
        heading: 'Khung giờ phát',
        items: [
          'Sáng 6 giờ 00 đến 6 giờ 30.',
          'Chiều 17 giờ 00 đến 17 giờ 30.',
          'Bản tin khẩn cấp phát ngay khi có lệnh.',
          'Không phát trong giờ thi và giờ nghỉ trưa.',
        ],
      },
    ],
    quotes: [
      'Loa chỉ nên nói điều người dân cần biết, ngắn và rõ, ban biên tập đài cơ sở thống nhất.',
      'Thiết bị chưa kiểm thử thì không kết nối, {dept} yêu cầu.',
    ],
    paragraphs: [
      '{#18-64} cụm loa được điều khiển từ xa, [tự báo khi mất điện|chỉnh âm lượng theo giờ].',
      'Nội dung đọc được duyệt cả lời nói, ngày giờ và chữ viết tắt viết thành chữ.',
      'Khảo sát {#300-900} hộ cho thấy {#71-92}% muốn giữ loa, nhưng ngắn hơn.',
    ],
    stories: [
      {
        titles: [
          '{Who} đưa đài truyền thanh thông minh vào hoạt động, {dm1}',
          'Đài truyền thanh mới ở {area} phát sóng từ {dm1}',
        ],
        lead: 'Hệ thống truyền thanh ứng dụng công nghệ tại {area} phát sóng chính thức {thu1}, {d1}.',
        paragraphs: [
          'Bản tin soạn trên máy tính, ban biên tập duyệt rồi mới phát. Sự cố loa được báo về trung tâm trong một phút.',
          'Hộ ở gần loa có thể đề nghị xoay hướng hoặc giảm âm lượng.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} lắp bảng tin điện tử bên {street} từ {dm1}',
          'Bảng tin điện tử mới trên {street}, hoạt động từ {dm1}',
        ],
        lead: 'Bảng tin điện tử tại {street} hiển thị lịch tiếp dân, thời tiết và cảnh báo từ {d1}.',
        paragraphs: [
          'Chữ lớn, mỗi trang ít nhất sáu giây, giảm sáng sau 22 giờ. Không quảng cáo thương mại.',
          'Khi có tin khẩn, bảng chuyển nền đen chữ vàng cho đến khi hết hiệu lực.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} lấy ý kiến về giờ phát loa ở {to} đến {dm1}',
          'Người dân {to} chọn giờ phát loa, công bố {dm1}',
        ],
        lead: 'Phiếu hỏi ý kiến về giờ phát, nội dung và âm lượng loa tại {to} được tổng hợp {d1}.',
        paragraphs: [
          'Đa số chọn hai buổi, mỗi buổi không quá {#15-20} phút. Tin về nước, điện và tiêm chủng được quan tâm nhất.',
          'Lịch mới niêm yết tại {house} và áp dụng thử một tháng.',
        ],
        when: 'past',
      },
    ],
  },
  {
    key: 'craft-village',
    category: 'nong-thon',
    department: 'nong-nghiep-moi-truong',
    picture: 'market',
    lists: [
      {
        heading: 'Đến làng nghề',
        items: [
          'Xem thợ làm và tự làm một món nhỏ.',
          'Mua hàng có mã truy xuất.',
          'Đi xe đạp theo tuyến ba ki-lô-mét.',
          'Hỏi trước khi chụp ảnh trong xưởng.',
        ],
      },
    ],
    quotes: [
      'Giữ nghề trước hết là để người trẻ sống được bằng nghề, hội nghề truyền thống nêu ý kiến.',
      'Khói và nước thải phải xử lý xong mới nói đến du lịch, {dept} nhấn mạnh.',
    ],
    paragraphs: [
      'Làng hiện có {#120-480} hộ làm nghề, [doanh thu bình quân tăng {#6-18}%|xuất hàng đi {#8-22} thị trường].',
      'Lò điện thay lò than ở {#60-95}% số xưởng, khói bụi giảm rõ.',
      'Lớp truyền nghề miễn phí mở vào tối thứ Tư cho thanh niên địa phương.',
    ],
    stories: [
      {
        titles: [
          '{Who} mở trung tâm giới thiệu làng nghề ở {to}, {dm1}',
          'Trung tâm làng nghề cạnh {street} đón khách từ {dm1}',
        ],
        lead: 'Trung tâm giới thiệu nghề truyền thống tại {to} mở cửa {thu1}, {d1}, vào cửa tự do.',
        paragraphs: [
          'Tầng một trưng bày, tầng hai là xưởng trải nghiệm cho học sinh. Thợ giỏi trực thay nhau mỗi ngày.',
          'Sản phẩm bán tại đây phải do chính các hộ trong làng làm ra.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} hoàn thành khu xử lý nước làng nghề, {dm1}',
          'Nước thải làng nghề ở {to} được xử lý từ {dm1}',
        ],
        lead: 'Trạm xử lý công suất {#200-900} m³/ngày tại {to} vận hành chính thức {d1}.',
        paragraphs: [
          'Các xưởng đấu nối theo nhóm, trả phí theo lượng nước. Số liệu quan trắc hiện trên bảng điện tử trước trạm.',
          'Bùn thải được phân tích và đưa đi xử lý đúng quy định.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who}: {#20-60} bạn trẻ học nghề, khai giảng {dm1}',
          'Lớp truyền nghề khóa mới ở {area} bắt đầu {dm1}',
        ],
        lead: 'Khóa truyền nghề {#3-6} tháng khai giảng {thu1}, {d1}, học viên được hỗ trợ nguyên liệu.',
        paragraphs: [
          'Nửa thời gian học tại xưởng, nửa học thiết kế và bán hàng. Sản phẩm tốt nghiệp được trưng bày tại {house}.',
          'Các xưởng cam kết nhận {#40-70}% học viên sau khóa học.',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'rice',
    category: 'nong-thon',
    department: 'nong-nghiep-moi-truong',
    picture: 'rice',
    lists: [
      {
        heading: 'Khuyến cáo mùa vụ',
        items: [
          'Gieo cấy đúng khung lịch.',
          'Thăm đồng hai lần một tuần.',
          'Bón phân theo bảng so màu lá.',
          'Thu gom vỏ thuốc vào bể quy định.',
        ],
      },
    ],
    quotes: [
      'Ruộng liền thửa thì máy mới xuống được, hợp tác xã giải thích với xã viên.',
      'Giống tốt mà sai lịch thì vẫn mất mùa, cán bộ khuyến nông nhắc.',
    ],
    paragraphs: [
      'Diện tích lúa chất lượng cao chiếm {#55-88}%, [máy gặt phủ kín cánh đồng|rơm được cuộn bán làm nấm].',
      'Trạm bơm vận hành theo lịch {#4-7} ngày một đợt; nước lấy luân phiên từng cánh đồng.',
      'Doanh nghiệp bao tiêu {#400-2400} tấn thóc, giá chốt trước khi thu hoạch.',
    ],
    stories: [
      {
        titles: [
          '{Who} gieo cấy {#70-98}% diện tích, tính đến {dm1}',
          'Tiến độ gieo cấy tại {area} ngày {dm1}',
        ],
        lead: 'Đến {d1}, việc gieo cấy tại {area} đạt tiến độ, nước đủ cho phần diện tích còn lại.',
        paragraphs: [
          'Mạ khay và máy cấy giúp giảm {#20-35}% công. Chân ruộng cao được chuyển sang rau màu.',
          'Cán bộ bám đồng để phát hiện sớm ốc và chuột.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} thu hoạch lúa, năng suất {#58-66} tạ/ha, {dm1}',
          'Được mùa ở {area}: kết quả đến {dm1}',
        ],
        lead: 'Vụ lúa tại {area} cơ bản gặt xong trước {d1}, [năng suất cao hơn vụ trước|thóc khô được thu mua tại ruộng].',
        paragraphs: [
          'Không đốt rơm ngoài đồng: {#3-9} máy cuộn rơm chạy liên tục, rơm bán cho trang trại bò.',
          'Các hộ được mùa góp giống cho những hộ bị ngập cục bộ.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} trình diễn máy bay phun phân ở {to}, {dm1}',
          'Máy bay nông nghiệp bay thử tại {to} ngày {dm1}',
        ],
        lead: 'Buổi trình diễn máy bay không người lái phun phân vi sinh diễn ra {thu1}, {d1} trên {#6-20} ha lúa.',
        paragraphs: [
          'Máy phun đều, tiết kiệm nước và người không phải lội ruộng. Phạm vi bay đã được cấp phép.',
          'Hợp tác xã tính chi phí công khai để xã viên cân nhắc thuê dịch vụ.',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'briefing',
    category: 'chi-dao-dieu-hanh',
    department: 'van-phong',
    picture: 'street',
    lists: [
      {
        heading: 'Việc phải xong trong tháng',
        items: [
          'Công khai danh mục dự án chậm và người phụ trách.',
          'Trả lời hết phản ánh quá hạn.',
          'Rà soát an toàn công trình đang thi công.',
          'Báo cáo giải ngân hằng tuần.',
        ],
      },
    ],
    quotes: [
      'Việc gì cũng có người chịu trách nhiệm và có ngày xong, kết luận cuộc họp ghi rõ.',
      'Phản ánh của người dân được đọc ở đầu cuộc họp, {committee} thống nhất cách làm.',
    ],
    paragraphs: [
      'Giải ngân đến nay đạt {#61-88}% kế hoạch; [các vướng mắc chủ yếu ở mặt bằng|{#4-15} dự án được điều chuyển vốn].',
      'Cuộc họp kéo dài {#60-110} phút, không đọc báo cáo mà đi thẳng vào các việc chậm.',
      'Biên bản được đăng sau {#1-2} ngày làm việc, trừ nội dung thuộc phạm vi bảo mật.',
    ],
    stories: [
      {
        titles: [
          '{Who} giao ban {month}: tập trung các việc trên {street}',
          'Giao ban ngày {dm1}: {who} gỡ vướng cho {#5-16} dự án',
        ],
        lead: 'Cuộc giao ban {thu1}, {d1} tập trung vào tiến độ đầu tư, phản ánh của người dân và an toàn cuối {month}.',
        paragraphs: [
          'Các đơn vị nêu nguyên nhân chậm và ngày hoàn thành mới. Việc chậm lần thứ hai phải giải trình bằng văn bản.',
          'Nút giao {street} – {street2} được yêu cầu xử lý dứt điểm ùn tắc trước {d2}.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} tiếp công dân định kỳ ngày {dm1}',
          'Lịch tiếp công dân ngày {dm1} tại {area}',
        ],
        lead: 'Buổi tiếp công dân định kỳ diễn ra lúc {gio} {thu1}, {d1}; người dân đăng ký trước hoặc đến trực tiếp.',
        paragraphs: [
          'Mỗi vụ việc được ghi biên bản, hẹn ngày trả lời. Người ở xa có thể trao đổi qua hình ảnh tại {house}.',
          'Kết quả buổi trước: {#8-21} vụ đã trả lời, {#1-5} vụ đang xác minh.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} kiểm tra hiện trường {street} ngày {dm1}',
          'Sau kiểm tra {street} ngày {dm1}: {#3-8} việc phải làm ngay',
        ],
        lead: 'Đoàn công tác kiểm tra thực tế tại {street} {d1}, làm rõ trách nhiệm từng đơn vị.',
        paragraphs: [
          'Tại hiện trường, người dân nêu tình trạng bụi, thoát nước và chiếu sáng. Nhiều việc được giao ngay tại chỗ.',
          'Tổ theo dõi sẽ chụp ảnh đối chiếu sau {#7-15} ngày và đăng kết quả.',
        ],
        when: 'past',
      },
    ],
  },
]
