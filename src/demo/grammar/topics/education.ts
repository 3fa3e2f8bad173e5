import type { Topic } from '../topic.ts'

export const education: readonly Topic[] = [
  {
    key: 'enrolment',
    category: 'giao-duc',
    department: 'giao-duc-dao-tao',
    picture: 'school',
    contentKind: 'policyLaw',
    lists: [
      {
        heading: 'Hồ sơ gồm',
        items: [
          'Đơn đăng ký theo mẫu, điền trên mạng hoặc tại trường.',
          'Mã định danh của học sinh, không cần bản sao giấy khai sinh.',
          'Thông tin nơi cư trú đã có trên cơ sở dữ liệu dân cư.',
          'Giấy xác nhận ưu tiên, nếu thuộc diện ưu tiên.',
        ],
      },
      {
        heading: 'Các mốc thời gian',
        items: [
          'Cấp mã và mật khẩu đăng ký: từ {d1}.',
          'Đăng ký thử: hai ngày đầu tiên.',
          'Đăng ký chính thức: đến hết {d2}.',
          'Trả kết quả qua tin nhắn trong ba ngày làm việc.',
        ],
      },
    ],
    quotes: [
      'Phụ huynh không phải xếp hàng và không nộp bất kỳ khoản nào ngoài quy định, {dept} khẳng định.',
      'Trường học công khai chỉ tiêu và danh sách tiếp nhận để cả khu dân cư cùng giám sát, {committee} cho biết.',
    ],
    paragraphs: [
      'Tuyến tuyển sinh được phân theo nơi cư trú thực tế, [ưu tiên khoảng cách đến trường|có tính đến anh chị em đang học cùng trường]. Bản đồ tuyến niêm yết tại từng {to}.',
      'Trường bố trí {#4-9} máy tính và cán bộ hỗ trợ phụ huynh chưa quen thao tác. Đường dây {phone} trực cả buổi tối.',
      'Năm học này khu vực có thêm {#6-18} phòng học, sĩ số bình quân dự kiến {#35-42} học sinh một lớp.',
    ],
    stories: [
      {
        titles: [
          '{Who} công bố lịch tuyển sinh đầu cấp, mở đăng ký từ {dm1}',
          'Tuyển sinh đầu cấp tại {area}: những điều phụ huynh cần biết từ {dm1}',
        ],
        lead: 'Việc đăng ký vào mầm non, lớp 1 và lớp 6 tại {area} thực hiện trực tuyến từ {d1}.',
        paragraphs: [
          'Theo kế hoạch, khoảng {#800-3400} trẻ trong độ tuổi được xếp chỗ học đúng tuyến. Phụ huynh nhận mã đăng ký qua giáo viên hoặc {to}.',
          'Trường hợp tạm trú từ nơi khác đến được tiếp nhận theo khả năng chỗ học và nơi ở thực tế, không phân biệt.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} hoàn tất tuyển sinh lớp 1, tính đến {dm1}',
          '{#97-99}% phụ huynh {area} đăng ký tuyển sinh trực tuyến, tính đến {dm1}',
        ],
        lead: 'Đến {d1}, việc xếp lớp tại {area} đã hoàn tất; [không còn cảnh xếp hàng nộp hồ sơ|mọi trẻ trong tuyến đều có chỗ học].',
        paragraphs: [
          'Hệ thống tiếp nhận đăng ký ổn định trong cả đợt, thời điểm cao nhất có {#900-2700} lượt truy cập mỗi phút.',
          'Những gia đình khai nhầm được liên hệ để sửa trong ngày. Danh sách lớp niêm yết tại bảng tin nhà trường.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} gặp gỡ phụ huynh về chỗ học năm tới, {dm1} tại {house}',
          'Đối thoại về trường lớp tại {to} ngày {dm1}',
        ],
        lead: 'Buổi đối thoại với phụ huynh về chỗ học được tổ chức lúc {gio} {thu1}, {d1} tại {house}.',
        paragraphs: [
          'Nội dung trọng tâm là số phòng học, bữa ăn bán trú và tuyến xe đưa đón. Câu hỏi gửi trước đến {phone} sẽ được trả lời tại chỗ.',
          'Biên bản đối thoại được đăng công khai trong ba ngày làm việc, ghi rõ việc nào làm ngay, việc nào cần thời gian.',
        ],
        when: 'coming',
      },
    ],
    english: {
      titles: [
        '{placeEn} opens online school enrolment on {dateEn}',
        'School places in {placeEn}: what parents should know before {dateEn}',
      ],
      lead: 'Enrolment in kindergarten, grade 1 and grade 6 in {placeEn} is done online from {dateEn}; no paper files are needed.',
      paragraphs: [
        'Parents receive a code from the school or their neighbourhood. The form takes about ten minutes; an assistant is present at every school for those who prefer help.',
        'Children are given a place by where they actually live. Children of foreign residents may apply under the same rules.',
        'Results are sent by text message within three working days. No fee is charged for the enrolment itself.',
      ],
    },
  },
  {
    key: 'reading',
    category: 'giao-duc',
    department: 'van-hoa-the-thao',
    picture: 'bookshelf',
    lists: [
      {
        heading: 'Tủ sách có gì',
        items: [
          'Sách thiếu nhi và truyện tranh lịch sử.',
          'Sách kỹ năng, nghề thủ công, chăm sóc sức khỏe.',
          'Góc sách nói và sách chữ nổi.',
          'Báo giấy trong ngày và máy tra cứu.',
        ],
      },
    ],
    quotes: [
      'Một tủ sách sống được là nhờ người mượn chứ không nhờ số đầu sách, ban phụ trách thư viện chia sẻ.',
      'Trẻ em được chọn sách theo ý mình, người lớn chỉ gợi ý, thư viện nhấn mạnh.',
    ],
    paragraphs: [
      'Bạn đọc mượn bằng mã định danh, [mỗi lần tối đa năm cuốn|thời hạn mười bốn ngày], có thể trả tại bất kỳ điểm nào trong khu vực.',
      'Từ đầu năm đã có {#1200-5200} lượt mượn, nhiều nhất là sách thiếu nhi và sách làm vườn.',
      'Sách cũ còn tốt được nhận tại {house} vào các buổi chiều; sách trùng được gửi tới các trường vùng xa.',
    ],
    stories: [
      {
        titles: [
          '{Who} mở phòng đọc cộng đồng tại {house} từ {dm1}',
          'Phòng đọc mới cạnh {street} đón bạn đọc từ {dm1}',
        ],
        lead: 'Phòng đọc rộng {#60-160} m² với hơn {#1800-5600} đầu sách mở cửa từ {thu1}, {d1}.',
        paragraphs: [
          'Không gian chia thành góc thiếu nhi, góc yên tĩnh và bàn học nhóm; mở cửa đến {#20-21} giờ các ngày trong tuần.',
          'Tình nguyện viên là giáo viên nghỉ hưu trong {to} thay nhau trực và đọc sách cho trẻ em vào chiều thứ Bảy.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who}: {#14-40} nghìn lượt người đến tuần lễ sách, khép lại {dm1}',
          'Tuần lễ sách bên {street} khép lại ngày {dm1}',
        ],
        lead: 'Tuần lễ sách dọc {street} kết thúc {d1} sau bảy ngày, [bán và tặng hàng nghìn cuốn sách|với {#18-44} buổi trò chuyện cùng tác giả].',
        paragraphs: [
          'Gian hàng của các nhà xuất bản nhỏ được miễn phí mặt bằng. Khu đổi sách cũ đông người nhất vào buổi tối.',
          'Ban tổ chức ghi nhận lượng rác giảm rõ nhờ dùng túi vải và trạm nước uống công cộng.',
        ],
        when: 'past',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} phát động cuộc thi kể chuyện theo sách, nhận bài từ {dm1}',
          'Thi kể chuyện theo sách dành cho học sinh {area}, bắt đầu {dm1}',
        ],
        lead: 'Cuộc thi dành cho học sinh tiểu học và trung học cơ sở, nhận bài dự thi từ {d1} đến {d2}.',
        paragraphs: [
          'Thí sinh kể lại một cuốn sách trong năm phút bằng lời của mình, có thể dùng tranh tự vẽ. Bài thi quay bằng điện thoại, không cần dựng cầu kỳ.',
          'Giải thưởng là phiếu mượn sách cả năm và tủ sách nhỏ cho lớp học của em đoạt giải.',
        ],
        when: 'coming',
      },
    ],
    english: {
      titles: [
        'A book week along {streetEn} Street: {placeEn} reads until {dateEn}',
        '{placeEn} opens a community reading room near {streetEn} Street, {dateEn}',
      ],
      lead: 'Books for children, talking books and a quiet corner: a new place to read in {placeEn} welcomes visitors around {dateEn}.',
      paragraphs: [
        'Readers borrow with their personal code and may return books at any point of the network. Loans run for fourteen days.',
        'Retired teachers of the neighbourhood take turns at the desk and read to children on Saturday afternoons.',
        'A shelf of English books has been given by residents; further gifts are welcome in the afternoon.',
      ],
    },
  },
  {
    key: 'school-safety',
    category: 'giao-duc',
    department: 'giao-duc-dao-tao',
    picture: 'school',
    lists: [
      {
        heading: 'Quy ước trước cổng trường',
        items: [
          'Dừng xe đón con đúng vạch, tắt máy.',
          'Học sinh xếp hàng theo lớp, có giáo viên trực.',
          'Không bán hàng rong trong phạm vi 50 m.',
          'Mũ bảo hiểm cho cả người lớn và trẻ em.',
        ],
      },
    ],
    quotes: [
      'An toàn của trẻ bắt đầu từ chỗ người lớn dừng xe, nhà trường viết trong thư gửi phụ huynh.',
      'Bữa ăn bán trú phải được công khai từ nơi mua đến bàn ăn, {dept} yêu cầu.',
    ],
    paragraphs: [
      'Ban đại diện cha mẹ học sinh được [kiểm tra bếp ăn bất cứ lúc nào|xem sổ nhập thực phẩm mỗi ngày]; mẫu thức ăn lưu 24 giờ.',
      'Đoạn đường trước trường giới hạn tốc độ 30 km/giờ trong giờ tan học, có đèn nhấp nháy cảnh báo.',
      'Mỗi học kỳ, nhà trường tổ chức {#2-4} buổi thực hành thoát nạn và sơ cứu cho học sinh.',
    ],
    stories: [
      {
        titles: [
          '{Who} thí điểm cổng trường an toàn trên {street} từ {dm1}',
          'Cổng trường an toàn: {street} đổi cách đón con từ {dm1}',
        ],
        lead: 'Từ {thu1}, {d1}, đoạn {street} trước cổng trường được tổ chức lại để học sinh [đi bộ tách khỏi xe máy|tan học theo hai khung giờ].',
        paragraphs: [
          'Giờ tan học lệch nhau {#15-20} phút giữa các khối. Phụ huynh chờ tại khu vực kẻ vạch, không dừng dưới lòng đường.',
          'Lực lượng dân phòng và phụ huynh tình nguyện cùng trực trong tháng đầu. Kết quả được đánh giá trước khi mở rộng.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} kiểm tra {#12-36} bếp ăn bán trú, công bố kết quả {dm1}',
          'Kết quả kiểm tra bếp ăn trường học tại {area} ngày {dm1}',
        ],
        lead: 'Đoàn kiểm tra liên ngành công bố kết quả {d1}: [phần lớn bếp ăn đạt loại tốt|hai bếp phải bổ sung tủ lưu mẫu], các tồn tại có thời hạn khắc phục.',
        paragraphs: [
          'Đoàn lấy {#18-60} mẫu nước, rau và thịt để kiểm nghiệm nhanh, đối chiếu hợp đồng với nơi cung cấp.',
          'Danh sách bếp ăn và điểm đánh giá đăng trên trang thông tin để phụ huynh tra cứu.',
        ],
        when: 'past',
      },
      {
        titles: [
          'Học sinh {area} diễn tập thoát nạn ngày {dm1}',
          '{Who} đưa kỹ năng thoát nạn vào trường học từ {dm1}',
        ],
        lead: 'Khoảng {#600-1900} học sinh tham gia buổi thực hành thoát nạn và dùng bình chữa cháy {thu1}, {d1}.',
        paragraphs: [
          'Tiếng chuông báo cháy vang lên lúc {gio}, các lớp ra sân theo lối đã phân trong chưa đầy {#3-6} phút.',
          'Cảnh sát chữa cháy hướng dẫn cách bò thấp, bịt khăn ướt và gọi 114. Học sinh nhỏ được xem qua mô hình.',
        ],
        when: 'past',
      },
    ],
  },
]
