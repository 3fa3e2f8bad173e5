import type { Topic } from '../topic.ts'

export const health: readonly Topic[] = [
  {
    key: 'vaccination',
    category: 'y-te-suc-khoe',
    department: 'y-te',
    picture: 'clinic',
    lists: [
      {
        heading: 'Khi đi tiêm cần mang theo',
        items: [
          'Sổ tiêm chủng hoặc mã số tiêm chủng điện tử.',
          'Thẻ bảo hiểm y tế và giấy tờ tùy thân của người giám hộ.',
          'Đơn thuốc đang dùng, nếu có.',
          'Khăn mỏng và nước uống; trẻ nên ăn nhẹ trước khi tiêm.',
        ],
      },
      {
        heading: 'Theo dõi sau tiêm',
        items: [
          'Ở lại điểm tiêm ít nhất 30 phút.',
          'Đo nhiệt độ cho trẻ buổi tối và sáng hôm sau.',
          'Không đắp lá, không xoa dầu lên vết tiêm.',
          'Gọi số {phone} khi sốt trên 39 độ hoặc khó thở.',
        ],
      },
    ],
    quotes: [
      'Không có trẻ nào bị bỏ lại vì nhà xa hoặc giấy tờ chưa đủ, trạm y tế khẳng định trong thư gửi phụ huynh.',
      'Khám sàng lọc kỹ là bước không được rút ngắn dù điểm tiêm đông người, {dept} lưu ý.',
    ],
    paragraphs: [
      'Vắc xin được vận chuyển trong dây chuyền lạnh, [nhiệt độ ghi tự động mười phút một lần|mỗi thùng có nhiệt kế điện tử]. Lô và hạn dùng được đọc cho phụ huynh trước khi tiêm.',
      'Điểm tiêm bố trí theo một chiều: tiếp đón, khám, tiêm, theo dõi. [Đoàn thanh niên hỗ trợ nhập thông tin|Góc tô màu cho trẻ được đặt ở khu chờ] để giảm thời gian và tâm lý lo lắng.',
      'Trẻ chưa đủ điều kiện sức khỏe trong đợt này được hẹn tiêm bù trong vòng {#10-20} ngày; danh sách do y tế {to} theo dõi.',
    ],
    stories: [
      {
        titles: [
          '{Who} tổ chức ngày tiêm chủng cho trẻ nhỏ {dm1} tại {house}',
          'Ngày {dm1}: tiêm chủng mở rộng cho trẻ em {area}',
        ],
        lead: 'Khoảng {#120-680} trẻ dưới 5 tuổi tại {area} được mời đến tiêm chủng {thu1}, {d1}, [bắt đầu từ {gio}|theo giờ hẹn ghi trong giấy mời].',
        paragraphs: [
          'Giấy mời ghi rõ khung giờ đã được gửi đến từng gia đình qua y tế cơ sở và tin nhắn. Mỗi khung giờ không quá {#15-30} trẻ để tránh chờ lâu.',
          'Ngoài các mũi theo lịch, trạm y tế rà soát sổ tiêm của trẻ mới chuyển đến. Gia đình có trẻ bị ốm xin báo trước để được đổi lịch.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who}: {#91-98}% trẻ trong độ tuổi đã tiêm đủ mũi, tính đến {dm1}',
          'Đợt tiêm bù tháng này tại {area} đạt {#90-99}% kế hoạch',
        ],
        lead: 'Kết quả tổng hợp đến {d1} cho thấy {#310-940} trẻ đã được tiêm bù trong đợt vừa qua, [không ghi nhận phản ứng nặng|các phản ứng nhẹ đều ổn định trong ngày].',
        paragraphs: [
          'Để có kết quả này, nhân viên y tế đã gọi điện hoặc đến tận nhà {#180-460} gia đình. Hai điểm tiêm lưu động được mở vào buổi tối cho bố mẹ làm ca.',
          'Những gia đình còn lưỡng lự được mời dự buổi trao đổi với bác sĩ nhi khoa. Câu hỏi thường gặp đã được biên soạn thành tờ rơi {#4-8} trang.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} tiêm phòng cúm miễn phí cho người cao tuổi từ {dm1}',
          'Người từ 65 tuổi ở {area} được tiêm phòng cúm',
        ],
        lead: 'Từ {d1}, người từ 65 tuổi và người có bệnh nền tại {area} được tiêm phòng cúm [miễn phí tại trạm y tế|không mất tiền, không cần đăng ký trước].',
        paragraphs: [
          'Đợt tiêm kéo dài đến hết {d2}, vào các buổi sáng từ thứ Hai đến thứ Sáu. Người không đi lại được đăng ký qua {to} để tổ lưu động đến nhà.',
          'Bác sĩ đo huyết áp, hỏi tiền sử dị ứng và ghi kết quả vào hồ sơ sức khỏe điện tử. Người vừa ốm dậy nên hoãn ít nhất hai tuần.',
        ],
        when: 'coming',
      },
    ],
    english: {
      titles: [
        '{placeEn} opens vaccination points for children and the elderly on {dateEn}',
        'Free vaccination in {placeEn} from {dateEn}',
      ],
      lead: 'Families in {placeEn} are invited to local health stations, starting on {dateEn}; the vaccinations are free of charge.',
      paragraphs: [
        'Every family receives an invitation with a time slot, so that nobody waits longer than half an hour. Parents should bring the vaccination book or the electronic code and the child’s insurance card.',
        'Doctors examine each child before the injection, and everybody stays at the station for thirty minutes afterwards. Children who are ill on the day are given a new appointment.',
        'Foreign residents are welcome under the same conditions. Questions are answered in English by telephone, {phone}, during office hours.',
      ],
    },
  },
  {
    key: 'dengue',
    category: 'y-te-suc-khoe',
    department: 'y-te',
    picture: 'rain',
    lists: [
      {
        heading: 'Mười phút mỗi tuần tại nhà',
        items: [
          'Đổ nước đọng trong khay tủ lạnh, lọ hoa, lốp xe cũ.',
          'Thả cá vào bể cảnh, đậy kín bể chứa nước ăn.',
          'Ngủ màn cả ban ngày, nhất là trẻ nhỏ.',
          'Phối hợp khi đội phun hóa chất đến nhà.',
        ],
      },
    ],
    quotes: [
      'Không có bọ gậy thì không có sốt xuất huyết; đó là việc mỗi nhà làm được, ban chỉ đạo phòng dịch nhắc lại.',
      'Người sốt trên hai ngày cần đến cơ sở y tế, không tự truyền dịch ở nhà, {dept} khuyến cáo.',
    ],
    paragraphs: [
      'Kết quả giám sát tuần qua cho thấy chỉ số nhà có bọ gậy ở mức {#6-24}%, [tập trung tại khu nhà trọ và công trình xây dựng|cao nhất ở các bể chứa nước trên sân thượng].',
      'Đội xung kích gồm {#20-60} người đi từng nhà vào sáng thứ Bảy. Chủ công trình để nước đọng nhiều lần sẽ bị [nhắc nhở công khai|lập biên bản theo quy định].',
      'Bệnh viện khu vực đã chuẩn bị thêm {#15-40} giường điều trị và tập huấn lại phác đồ cho nhân viên trực.',
    ],
    stories: [
      {
        titles: [
          '{Who} ra quân diệt bọ gậy sáng {dm1} tại {to}',
          'Sáng {dm1}, {area} tổng vệ sinh phòng sốt xuất huyết',
        ],
        lead: 'Chiến dịch tổng vệ sinh môi trường, diệt bọ gậy được tổ chức {thu1}, {d1} tại toàn bộ khu dân cư {area}.',
        paragraphs: [
          'Mỗi {to} chia thành các nhóm đi từng ngõ, lật dụng cụ chứa nước, hướng dẫn người dân đậy bể. Nơi khó tiếp cận được thả cá ăn bọ gậy.',
          'Sau {#3-5} ngày, y tế quay lại kiểm tra. Kết quả từng tổ được niêm yết để các tổ học hỏi nhau.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} khống chế ổ dịch sốt xuất huyết tại {to} trước {dm1}',
          'Ổ dịch nhỏ ở {to} đã được xử lý xong ngày {dm1}',
        ],
        lead: 'Ổ dịch ghi nhận tại {to} với {#3-9} ca bệnh đã được xử lý triệt để; đến {d1} [không phát sinh ca mới|các bệnh nhân đều đã ra viện].',
        paragraphs: [
          'Trong vòng 48 giờ từ ca đầu tiên, lực lượng y tế phun hóa chất bán kính 200 m và vận động {#90-260} hộ dọn vật chứa nước.',
          'Khu vực được theo dõi thêm {#10-14} ngày. Trường học gần đó vẫn hoạt động bình thường, học sinh được hướng dẫn mặc áo dài tay.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} phun hóa chất diệt muỗi chủ động từ {dm1} quanh {street}',
          'Lịch phun hóa chất diệt muỗi quanh {street}, bắt đầu {dm1}',
        ],
        lead: 'Từ {d1}, khu vực quanh {street} và {street2} được phun hóa chất diệt muỗi, [mỗi điểm hai lượt cách nhau bảy ngày|trong khung giờ sáng sớm và chiều muộn].',
        paragraphs: [
          'Người dân nên che thức ăn, đưa vật nuôi ra ngoài và mở cửa sau khi phun {#30-60} phút. Gia đình có trẻ sơ sinh hoặc người bệnh hen báo trước để bố trí riêng.',
          'Hóa chất nằm trong danh mục được phép sử dụng, liều lượng do {dept} giám sát tại chỗ.',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'blood-donation',
    category: 'y-te-suc-khoe',
    department: 'y-te',
    picture: 'clinic',
    lists: [
      {
        heading: 'Điều kiện hiến máu',
        items: [
          'Từ 18 đến 60 tuổi, cân nặng từ 45 kg.',
          'Ngủ ít nhất 6 tiếng đêm trước, không uống rượu bia.',
          'Mang căn cước và thẻ hiến máu cũ, nếu có.',
          'Cách lần hiến trước tối thiểu 12 tuần.',
        ],
      },
    ],
    quotes: [
      'Một giờ của bạn có thể là cả cuộc đời của người khác, ban tổ chức viết trên tấm thiệp cảm ơn.',
      'Kết quả xét nghiệm được giữ kín và gửi riêng cho từng người, trung tâm truyền máu cho biết.',
    ],
    paragraphs: [
      'Điểm hiến máu có {#12-24} giường, [đủ đón bốn người mỗi năm phút|hoạt động liên tục không nghỉ trưa]. Khu nghỉ sau hiến phục vụ sữa, bánh và trà gừng.',
      'Từ đầu năm, {area} đã vận động được {#420-1900} đơn vị máu, trong đó gần {#20-40}% là người hiến lần đầu.',
      'Người có nhóm máu hiếm được mời đăng ký vào danh sách dự bị, khi có ca cấp cứu sẽ được liên hệ.',
    ],
    stories: [
      {
        titles: [
          '{Who} mở ngày hội hiến máu {dm1} tại {house}',
          'Hẹn nhau hiến máu ngày {dm1} tại {area}',
        ],
        lead: 'Ngày hội hiến máu dự kiến tiếp nhận {#180-520} đơn vị máu, diễn ra {thu1}, {d1} từ {gio}.',
        paragraphs: [
          'Người tham gia đăng ký trực tuyến để chọn khung giờ hoặc đến trực tiếp. Bãi xe miễn phí đặt tại {street}.',
          'Đoàn thanh niên, công đoàn các cơ quan và nhiều câu lạc bộ cùng vận động hội viên. Năm nay có thêm quầy tư vấn dinh dưỡng.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} tiếp nhận {#190-610} đơn vị máu trong ngày hội {dm1}',
          'Ngày hội hiến máu {dm1} ở {area} vượt kế hoạch',
        ],
        lead: 'Kết thúc ngày hội {d1}, ban tổ chức tiếp nhận số đơn vị máu cao hơn kế hoạch {#8-30}%, [nhiều gia đình đi cùng nhau|có người hiến lần thứ {#20-60}].',
        paragraphs: [
          'Từ sáng sớm, hàng ghế chờ tại {house} đã kín. Tình nguyện viên phát số và hướng dẫn điền phiếu sức khỏe trên điện thoại.',
          'Toàn bộ máu được chuyển về trung tâm ngay trong ngày, phục vụ các bệnh viện dịp cuối {month}.',
        ],
        when: 'past',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} tôn vinh các gia đình hiến máu tiêu biểu {dm1}',
          'Gặp mặt {#24-60} gia đình hiến máu tiêu biểu tại {area}',
        ],
        lead: 'Buổi gặp mặt {thu1}, {d1} tri ân những gia đình có từ hai thế hệ cùng hiến máu tình nguyện tại {area}.',
        paragraphs: [
          'Mỗi gia đình nhận một cuốn sổ ghi lại các lần hiến, kèm lịch khám sức khỏe miễn phí hằng năm.',
          'Các câu lạc bộ trao đổi cách giữ liên lạc với người hiến máu, cách vận động trong khu công nghiệp và trường học.',
        ],
        when: 'past',
      },
    ],
  },
  {
    key: 'health-check',
    category: 'y-te-suc-khoe',
    department: 'y-te',
    picture: 'clinic',
    lists: [
      {
        heading: 'Nội dung khám',
        items: [
          'Đo huyết áp, đường huyết, thị lực.',
          'Khám nội, cơ xương khớp và răng miệng.',
          'Tư vấn dinh dưỡng và tập luyện.',
          'Lập hoặc cập nhật hồ sơ sức khỏe điện tử.',
        ],
      },
    ],
    quotes: [
      'Phát hiện sớm tăng huyết áp giúp tránh được phần lớn ca đột quỵ, trạm y tế nhắc người dân.',
      'Khám xong phải có người theo dõi tiếp, không để kết quả nằm trong ngăn kéo, {dept} yêu cầu.',
    ],
    paragraphs: [
      'Đoàn khám có {#8-18} bác sĩ từ bệnh viện tuyến trên, mang theo máy siêu âm và điện tim xách tay.',
      'Trường hợp cần điều trị được chuyển tuyến ngay với giấy hẹn; [người sống một mình có tình nguyện viên đi cùng|xe đưa đón được bố trí cho người già yếu].',
      'Dữ liệu khám chỉ nhân viên y tế được xem và dùng để theo dõi sức khỏe của chính người dân.',
    ],
    stories: [
      {
        titles: [
          '{Who} khám sức khỏe miễn phí cho người cao tuổi {dm1} tại {house}',
          'Người cao tuổi {to} được khám sức khỏe ngày {dm1}',
        ],
        lead: 'Khoảng {#150-480} người cao tuổi tại {area} được khám sức khỏe miễn phí {thu1}, {d1}.',
        paragraphs: [
          'Lịch khám chia theo {to} để tránh đông. Người không đi lại được sẽ có tổ lưu động đến nhà vào tuần sau.',
          'Người khám nên nhịn ăn sáng nếu được hẹn thử đường huyết và mang theo đơn thuốc đang dùng.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} lập hồ sơ sức khỏe điện tử cho {#78-97}% người dân, tính đến {dm1}',
          'Hồ sơ sức khỏe điện tử tại {area} đạt {#78-97}%',
        ],
        lead: 'Tính đến {d1}, phần lớn người dân {area} đã có hồ sơ sức khỏe điện tử, [tra cứu được trên điện thoại|liên thông với bệnh viện tuyến trên].',
        paragraphs: [
          'Người dân xem được kết quả khám, đơn thuốc và lịch tiêm chủng ở cùng một nơi. Khi đi khám không cần mang sổ giấy.',
          'Trạm y tế mở thêm buổi tối thứ Tư để hỗ trợ người đi làm cập nhật thông tin.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} mở câu lạc bộ dưỡng sinh tại {house} từ {dm1}',
          'Từ {dm1}, mỗi sáng tập dưỡng sinh ở {house}',
        ],
        lead: 'Câu lạc bộ dưỡng sinh dành cho người từ 50 tuổi ra mắt {thu1}, {d1}, có [hướng dẫn viên và bác sĩ theo dõi|lớp riêng cho người đau khớp].',
        paragraphs: [
          'Mỗi buổi kéo dài {#40-60} phút, bắt đầu bằng đo huyết áp. Học viên đóng góp theo khả năng, hộ khó khăn được miễn.',
          'Ban chủ nhiệm phối hợp với trạm y tế tổ chức nói chuyện chuyên đề mỗi tháng một lần.',
        ],
        when: 'coming',
      },
    ],
  },
]
