import type { Topic } from '../topic.ts'

export const culture: readonly Topic[] = [
  {
    key: 'heritage',
    category: 'van-hoa',
    department: 'van-hoa-the-thao',
    picture: 'lake',
    lists: [
      {
        heading: 'Khách tham quan lưu ý',
        items: [
          'Trang phục lịch sự khi vào nơi thờ tự.',
          'Không viết, vẽ lên tường và bia đá.',
          'Thuyết minh tiếng Việt và tiếng Anh lúc 9 giờ và 15 giờ.',
          'Có lối riêng cho xe lăn.',
        ],
      },
    ],
    quotes: [
      'Tu bổ là giữ lại dấu thời gian chứ không phải làm cho mới, hội đồng di sản nêu quan điểm.',
      'Mỗi viên gạch tháo ra đều được đánh số, {dept} cho biết.',
    ],
    paragraphs: [
      'Thợ mộc và thợ nề làng nghề làm bằng kỹ thuật cũ, [gỗ thay thế cùng loại|vữa vôi trộn theo công thức truyền thống].',
      'Ảnh trước và sau khi làm được trưng bày trước cổng để người dân theo dõi.',
      'Lượng khách dịp cuối tuần tăng {#12-35}%, ban quản lý chia giờ để tránh đông.',
    ],
    stories: [
      {
        titles: [
          '{Who} tu bổ ngôi đình cổ gần {street} từ {dm1}',
          'Tu bổ đình cổ cạnh {street}, khởi công {dm1}',
        ],
        lead: 'Ngôi đình có tuổi trên {#150-300} năm gần {street} được tu bổ từ {d1}, dự kiến {#8-16} tháng.',
        paragraphs: [
          'Phần mái, bộ vì và nền gạch được gia cố; tượng và hoành phi chuyển về nhà bảo quản. Lễ hội năm nay làm tại sân ngoài.',
          'Kinh phí có phần đóng góp của người dân, công khai từng khoản tại {house}.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} khai mạc lễ hội truyền thống ngày {dm1}',
          'Lễ hội ở {area} ngày {dm1}: giản dị, an toàn',
        ],
        lead: 'Lễ hội truyền thống khai mạc lúc {gio} {d1} với rước kiệu, hát giao duyên và trò chơi dân gian.',
        paragraphs: [
          'Ban tổ chức không đốt vàng mã, bố trí thùng rác dọc lối đi. Hàng quán niêm yết giá, không chèo kéo khách.',
          'Xe gửi tại {street2}, giá theo quy định. Đội sơ cứu trực tại hai đầu đường rước.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} số hóa {#60-240} tư liệu làng xã, công bố {dm1}',
          'Tư liệu cổ của {area} lên mạng từ {dm1}',
        ],
        lead: 'Bộ tư liệu gồm hương ước, sắc phong và ảnh cũ của {area} được số hóa, tra cứu miễn phí từ {d1}.',
        paragraphs: [
          'Bản quét kèm phiên âm và dịch nghĩa. Gia đình giữ tư liệu gốc vẫn là chủ sở hữu, được hướng dẫn bảo quản.',
          'Học sinh có thể đăng ký làm hướng dẫn viên nhỏ tuổi tại nhà truyền thống.',
        ],
        when: 'past',
      },
    ],
    english: {
      titles: [
        'A traditional festival in {placeEn} on {dateEn}',
        'An old communal house near {streetEn} Street is restored, {dateEn}',
      ],
      lead: 'Processions, folk songs and games: {placeEn} keeps its heritage alive around {dateEn}.',
      paragraphs: [
        'Carpenters and bricklayers from the craft villages work with old techniques. Every beam that is taken down is numbered and photographed.',
        'Guided tours in English start at nine and at three o’clock. Visitors are asked to dress modestly in places of worship.',
        'There is a separate entrance for wheelchairs, and bicycles may be parked free of charge.',
      ],
    },
  },
  {
    key: 'sport',
    category: 'van-hoa',
    department: 'van-hoa-the-thao',
    picture: 'trees',
    lists: [
      {
        heading: 'Trước khi chạy',
        items: [
          'Khởi động ít nhất mười phút.',
          'Đeo số ở ngực, ghi số điện thoại người thân.',
          'Uống nước từng ngụm nhỏ.',
          'Dừng lại khi chóng mặt, giơ tay gọi y tế.',
        ],
      },
    ],
    quotes: [
      'Về đích an toàn quan trọng hơn về đích nhanh, ban tổ chức dặn người tham gia.',
      'Sân chơi công cộng phải mở cho mọi lứa tuổi, {committee} khẳng định.',
    ],
    paragraphs: [
      '{#6-14} trạm nước đặt dọc đường, dùng cốc giấy; [tình nguyện viên thu gom ngay|mỗi trạm có thùng riêng].',
      'Thiết bị tập ngoài trời được kiểm tra mỗi quý, có số điện thoại báo hỏng.',
      'Phong trào tập luyện có {#32-47}% người dân tham gia thường xuyên, tăng đều ba năm nay.',
    ],
    stories: [
      {
        titles: [
          '{Who} mở giải chạy cộng đồng sáng {dm1} trên {street}',
          'Giải chạy quanh {street} sáng {dm1}',
        ],
        lead: 'Giải chạy với cự ly 3 km và 7 km xuất phát lúc 6 giờ {thu1}, {d1} tại {street}.',
        paragraphs: [
          'Khoảng {#800-3200} người đăng ký, gồm gia đình có trẻ nhỏ và người khuyết tật. Lệ phí dành cho quỹ khuyến học.',
          'Đường chạy cấm xe từ 5 giờ 30 đến 8 giờ. Người dân trong ngõ được hướng dẫn lối ra.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} khánh thành sân thể thao ở {to}, {dm1}',
          'Sân bóng mới cạnh {street} mở cửa từ {dm1}',
        ],
        lead: 'Sân thể thao rộng {#1200-4200} m² mở cửa {thu1}, {d1}, miễn phí buổi sáng cho học sinh và người cao tuổi.',
        paragraphs: [
          'Sân có đèn, phòng thay đồ và lối xe lăn. Lịch đặt sân công khai trên mạng để tránh chiếm giờ.',
          'Đội tự quản của {to} giữ vệ sinh và khóa cổng lúc 22 giờ.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} có {#40-90} lớp bơi cho trẻ em, khai giảng {dm1}',
          'Phổ cập bơi cho trẻ {area} từ {dm1}',
        ],
        lead: 'Các lớp bơi an toàn cho trẻ từ 6 tuổi khai giảng {thu1}, {d1}, giảm học phí cho hộ khó khăn.',
        paragraphs: [
          'Mỗi lớp không quá {#10-15} em, hai người dạy và một cứu hộ. Trẻ học nổi, cách gọi cứu và đi thuyền an toàn.',
          'Kết thúc khóa, trẻ được cấp giấy chứng nhận và lịch bơi miễn phí cuối tuần.',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'fire-safety',
    category: 'an-ninh-trat-tu',
    department: 'cong-an',
    picture: 'street',
    lists: [
      {
        heading: 'Kiểm tra tối nay',
        items: [
          'Rút sạc xe điện trước khi ngủ.',
          'Khóa van bình ga.',
          'Để chìa khóa cửa ở chỗ ai cũng biết.',
          'Mở được lối thoát thứ hai trong mười giây.',
        ],
      },
    ],
    quotes: [
      'Lối thoát thứ hai là thứ phải có trước cả bình chữa cháy, cảnh sát phòng cháy nhắc nhở.',
      'Tổ liên gia phản ứng nhanh hơn mọi xe chữa cháy trong ba phút đầu, {committee} đánh giá.',
    ],
    paragraphs: [
      'Mỗi tổ liên gia gồm {#5-15} hộ lắp chuông báo cháy nối nhau, [ấn một nhà kêu cả cụm|thử chuông vào ngày 4 hằng tháng].',
      '{#12-48} trụ nước được sơn lại, có biển chỉ dẫn phát sáng.',
      'Ngõ hẹp dưới 3 m được đặt tủ dụng cụ gồm búa, kìm, bình chữa cháy và mặt nạ.',
    ],
    stories: [
      {
        titles: [
          '{Who} ra mắt tổ liên gia an toàn cháy ở {to}, {dm1}',
          'Tổ liên gia {to} tập chữa cháy ngày {dm1}',
        ],
        lead: 'Tổ liên gia an toàn phòng cháy tại {to} ra mắt {thu1}, {d1} với {#8-15} hộ tham gia.',
        paragraphs: [
          'Các hộ được thực hành dập lửa bình ga, thoát nạn bằng thang dây. Ai cũng phải tự tay làm một lần.',
          'Buổi tập diễn ra ở đầu {street}, xe không qua lại trong {#30-60} phút.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} kiểm tra an toàn cháy {#60-240} nhà trọ, {dm1}',
          'Nhà trọ quanh {street} được kiểm tra, kết quả ngày {dm1}',
        ],
        lead: 'Đoàn kiểm tra công bố kết quả {d1}: phần lớn nhà trọ đã mở lối thoát thứ hai, còn {#6-24} cơ sở phải khắc phục.',
        paragraphs: [
          'Lỗi thường gặp là để xe điện sạc dưới cầu thang và khung sắt bịt kín ban công.',
          'Chủ nhà được hẹn ngày tái kiểm; nơi nguy hiểm phải tạm dừng nhận khách.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} bố trí điểm sạc xe điện an toàn cạnh {street} từ {dm1}',
          'Sạc xe điện tách khỏi nhà ở tại {area}, từ {dm1}',
        ],
        lead: 'Từ {d1}, {#4-16} điểm sạc xe điện có mái che, tự ngắt khi quá nhiệt phục vụ người dân {area}.',
        paragraphs: [
          'Điểm sạc đặt cách nhà ở ít nhất 6 m, có camera nhiệt và bình chữa cháy. Giá bằng giá điện sinh hoạt.',
          'Ban quản trị khu tập thể vận động chuyển xe khỏi hành lang trong {#2-4} tuần.',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'safe-living',
    category: 'an-ninh-trat-tu',
    department: 'cong-an',
    picture: 'office',
    lists: [
      {
        heading: 'Dấu hiệu lừa đảo',
        items: [
          'Xưng cơ quan nhà nước, dọa bắt, giục chuyển tiền.',
          'Gửi đường dẫn lạ để cài ứng dụng.',
          'Xin mã xác thực hoặc ảnh căn cước.',
          'Yêu cầu giữ bí mật với gia đình.',
        ],
      },
    ],
    quotes: [
      'Không cơ quan nào làm việc qua điện thoại để đòi tiền, công an nhắc lại.',
      'Chậm một phút để hỏi người thân là cách chống lừa đảo tốt nhất, tổ công nghệ cộng đồng khuyên.',
    ],
    paragraphs: [
      'Từ đầu năm có {#9-38} vụ được ngăn kịp tại quầy giao dịch nhờ [nhân viên hỏi kỹ người cao tuổi|cảnh báo trên điện thoại].',
      'Thùng thư góp ý và mã phản ánh đặt tại {house}; người báo tin được giữ kín.',
      'Trực ban tiếp nhận 24 giờ qua số {phone}.',
    ],
    stories: [
      {
        titles: [
          '{Who} mở lớp nhận biết lừa đảo trên mạng, {dm1} tại {house}',
          'Người cao tuổi {to} học tránh lừa đảo ngày {dm1}',
        ],
        lead: 'Lớp học miễn phí lúc {gio} {thu1}, {d1} hướng dẫn người cao tuổi nhận biết cuộc gọi và đường dẫn giả.',
        paragraphs: [
          'Người học được nghe đoạn ghi âm thật đã xóa thông tin cá nhân và thử trả lời. Cuối buổi cài phần mềm chặn số rác.',
          'Con cháu nên đi cùng để cài đặt quyền trên điện thoại.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} cấp căn cước lưu động tại {house}, {dm1}',
          'Làm căn cước tại {to} ngày {dm1}, không phải đi xa',
        ],
        lead: 'Tổ cấp căn cước lưu động làm việc tại {house} {thu1}, {d1}, ưu tiên trẻ em và người già yếu.',
        paragraphs: [
          'Người dân đặt giờ qua {to} để không phải chờ. Trẻ dưới 14 tuổi cần có cha, mẹ hoặc người giám hộ.',
          'Kết quả gửi bưu điện về nhà trong {#7-10} ngày làm việc.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who}: đèn và camera làm yên lòng {street}, {dm1}',
          'Phản ánh về trật tự tại {area} giảm {#18-42}%, tính đến {dm1}',
        ],
        lead: 'Số liệu đến {d1} cho thấy các vụ mất trộm vặt tại {area} giảm nhờ chiếu sáng và tuần tra.',
        paragraphs: [
          '{#40-160} bóng đèn và {#12-60} camera cộng đồng được lắp bằng nguồn xã hội hóa, dữ liệu chỉ lưu {#15-30} ngày.',
          'Các tổ tự quản đi tuần vào khung giờ sinh viên tan ca.',
        ],
        when: 'past',
      },
    ],
  },
]
