import type { Topic } from '../topic.ts'

export const transport: readonly Topic[] = [
  {
    key: 'road-works',
    category: 'giao-thong-do-thi',
    department: 'xay-dung',
    picture: 'street',
    lists: [
      {
        heading: 'Phương án tổ chức giao thông',
        items: [
          'Xe máy và xe đạp đi theo làn tạm phía bên phải, tốc độ không quá 20 km/giờ.',
          'Xe ô tô dưới 16 chỗ đi vòng theo {street2}.',
          'Xe tải trên 2,5 tấn không đi vào đoạn đường thi công trong giờ cao điểm.',
          'Lối vào nhà dân, trường học và cơ sở y tế được giữ thông suốt suốt ngày đêm.',
        ],
      },
      {
        heading: 'Người dân cần lưu ý',
        items: [
          'Không để xe, vật liệu và hàng hóa trên vỉa hè sát hàng rào công trường.',
          'Quan sát đèn cảnh báo và làm theo hướng dẫn của người điều tiết.',
          'Báo ngay khi thấy nắp hố ga hở, cáp sà thấp hoặc đèn cảnh báo không sáng.',
          'Giữ phiếu thông báo của tổ dân phố để biết đợt thi công kế tiếp.',
        ],
      },
    ],
    quotes: [
      'Công trường chỉ mở rộng khi đoạn trước đã hoàn trả mặt đường; không đào một lúc trên cả tuyến, {committee} nêu rõ trong thông báo gửi các hộ dân.',
      'Mỗi ca thi công đều có người giám sát và sổ nhật ký để người dân xem, đại diện {dept} khẳng định.',
    ],
    paragraphs: [
      'Đơn vị thi công [lắp hàng rào phản quang, đèn cảnh báo và biển chỉ dẫn|bố trí biển báo, rào chắn và người điều tiết] ở hai đầu đoạn đường. [Vật liệu được đưa đến theo từng ca|Đất thừa được chở đi trong đêm], mặt đường được quét và tưới nước trước 5 giờ 30 sáng.',
      'Kinh phí được bố trí từ nguồn [duy tu hạ tầng|sự nghiệp kinh tế] năm {year}. Hồ sơ gói thầu, tên nhà thầu và thời hạn bảo hành {#12-24} tháng được niêm yết tại trụ sở và đăng trên Cổng thông tin điện tử.',
      'Trong {#2-4} tuần gần đây, {committee} đã nhận {#11-46} ý kiến của người dân về bụi và tiếng ồn. Các ý kiến này được chuyển cho nhà thầu và [đã được trả lời trong ba ngày|được đưa vào biên bản giao ban hằng tuần].',
    ],
    stories: [
      {
        titles: [
          '{Who} sửa chữa mặt {street} từ ngày {dm1}',
          'Từ {dm1}, thi công ban đêm trên {street}',
        ],
        lead: 'Đoạn {street} dài khoảng {#300-950} m sẽ được cào bóc và thảm lại mặt nhựa [từ 22 giờ đến 5 giờ sáng|vào ban đêm], bắt đầu {thu1}, {d1}.',
        paragraphs: [
          '{committee} vừa thông báo kế hoạch sửa chữa {street}. [Mặt đường hiện có nhiều vết lún và ổ gà sau mùa mưa|Qua kiểm tra, {#9-31} vị trí hư hỏng đã được đánh dấu], ảnh hưởng đến việc đi lại của người dân {area}.',
          'Công việc gồm cào bóc lớp nhựa cũ, xử lý nền yếu, thảm bê tông nhựa nóng dày {#5-7} cm, nâng nắp hố ga và sơn lại vạch kẻ đường. Dự kiến hoàn thành trước {d2}, sớm hơn {#3-9} ngày so với kế hoạch đầu năm.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} hoàn thành cải tạo thoát nước {street}',
          'Hệ thống cống mới trên {street} đưa vào sử dụng',
        ],
        lead: 'Sau {#45-110} ngày thi công, tuyến cống dài {#400-1200} m trên {street} đã được nghiệm thu {thu1}, {d1}; [vỉa hè được lát lại và trả cho người đi bộ|toàn bộ mặt đường đã được hoàn trả].',
        paragraphs: [
          'Trước đây, đoạn đường này thường ngập {#15-35} cm sau mỗi trận mưa lớn. Tuyến cống hộp mới có khẩu độ lớn hơn, thêm {#18-44} ga thu nước và một cửa xả có lưới chắn rác.',
          'Trong trận mưa thử bằng xe bồn do {dept} tổ chức, nước rút hết sau {#9-22} phút. [Đơn vị quản lý sẽ nạo vét định kỳ mỗi quý|Camera kiểm tra lòng cống được lắp tại hai vị trí] để giữ dòng chảy ổn định.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} lấy ý kiến về việc mở rộng {street}',
          'Niêm yết phương án mở rộng {street} để người dân góp ý',
        ],
        lead: 'Phương án mở rộng {street} được niêm yết [tại {house} và trên Cổng thông tin điện tử|tại trụ sở và {house}] từ {d1}; người dân góp ý đến hết {d2}.',
        paragraphs: [
          'Theo phương án, lòng đường được mở từ {#6-8} m lên {#11-15} m, vỉa hè mỗi bên rộng tối thiểu 2 m, hạ ngầm cáp điện và viễn thông. {#14-62} hộ dân có công trình nằm trong chỉ giới cần rà soát.',
          'Buổi đối thoại đầu tiên diễn ra lúc {gio} {thu1}, {d1} tại {house}. Bản vẽ khổ lớn và mô hình được đặt tại phòng họp để người dân xem trước; [cán bộ địa chính giải thích từng thửa đất|mọi câu hỏi được ghi vào biên bản và trả lời công khai].',
        ],
        when: 'coming',
      },
    ],
  },
  {
    key: 'bus-routes',
    category: 'giao-thong-do-thi',
    department: 'xay-dung',
    picture: 'bus',
    lists: [
      {
        heading: 'Thông tin cho hành khách',
        items: [
          'Giờ chạy: 5 giờ 00 đến 22 giờ 30; giãn cách {#10-15} phút giờ cao điểm, {#15-25} phút giờ bình thường.',
          'Giá vé lượt theo biểu giá hiện hành; vé tháng điện tử dùng được trên toàn mạng.',
          'Người cao tuổi, người khuyết tật và trẻ em dưới 6 tuổi được miễn vé.',
          'Vị trí xe theo thời gian thực xem trên ứng dụng tìm buýt của Thành phố.',
        ],
      },
      {
        heading: 'Những điểm mới',
        items: [
          'Bậc lên xuống thấp, có chỗ cho xe lăn và xe nôi.',
          'Màn hình trong xe báo tên điểm dừng bằng hai thứ tiếng.',
          'Nhà chờ có ghế, mái che và bảng chữ nổi.',
          'Cổng sạc điện thoại và nút gọi hỗ trợ ở cửa sau.',
        ],
      },
    ],
    quotes: [
      'Tuyến buýt chỉ thật sự hữu ích khi người dân đi bộ không quá 500 m là tới điểm dừng, {dept} nhấn mạnh tại buổi khảo sát.',
      'Lộ trình sẽ được xem lại sau ba tháng dựa trên số lượt khách thực tế, {committee} cho biết.',
    ],
    paragraphs: [
      'Khảo sát {#900-2600} hành khách cho thấy [điều họ cần nhất là xe đúng giờ|điểm dừng gần trường học và bệnh viện được mong đợi nhất]. Kết quả được dùng để đặt lại {#7-19} điểm dừng và bỏ bớt đoạn trùng lặp.',
      'Đội xe mới gồm {#12-30} xe chạy điện, sạc tại bãi đỗ cuối tuyến. [Mỗi xe vận hành êm hơn và không xả khói tại điểm dừng|Tiếng ồn đo tại nhà chờ giảm rõ so với xe cũ].',
      'Người dân có thể góp ý về lộ trình qua số {phone} hoặc mục Hỏi – đáp. Ý kiến được tổng hợp mỗi tuần và [công khai cùng phương án điều chỉnh|gửi đơn vị vận hành để xử lý].',
    ],
    stories: [
      {
        titles: [
          '{Who} có thêm tuyến buýt điện qua {street} từ {dm1}',
          'Tuyến buýt mới nối {street} với {street2}',
        ],
        lead: 'Từ {thu1}, {d1}, tuyến buýt điện mới phục vụ người dân {area} với {#18-34} điểm dừng, [nối khu dân cư với bệnh viện và trung tâm hành chính|rút ngắn thời gian đi lại khoảng {#10-25} phút].',
        paragraphs: [
          'Lộ trình bắt đầu từ bãi đỗ cuối {street}, qua chợ dân sinh, trường trung học và kết thúc tại {street2}. Trong {#7-15} ngày đầu, hành khách được đi miễn phí để làm quen với tuyến.',
          '{committee} phối hợp với {dept} lắp {#8-16} nhà chờ và kẻ lại vạch dừng xe. Nhân viên hướng dẫn có mặt tại các điểm chính vào giờ cao điểm của tuần đầu tiên.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} điều chỉnh điểm dừng xe buýt trên {street}',
          'Dời {#3-6} điểm dừng xe buýt trên {street} để bảo đảm an toàn',
        ],
        lead: 'Một số điểm dừng trên {street} được dời cách vị trí cũ {#60-180} m từ {d1} nhằm [tránh ùn tắc trước cổng trường|tăng tầm nhìn cho người sang đường].',
        paragraphs: [
          'Các điểm dừng cũ nằm sát nút giao, xe dừng đón khách che khuất tín hiệu đèn. Vị trí mới có vỉa hè rộng hơn, đủ lắp mái che và đường dốc cho xe lăn.',
          'Biển chỉ dẫn tạm được đặt tại điểm cũ trong {#2-4} tuần. Thông báo bằng loa được phát trên xe, đồng thời cập nhật trên ứng dụng tìm buýt và bảng tin của {area}.',
        ],
        when: 'coming',
      },
      {
        titles: [
          'Sau {#3-6} tháng, lượng khách đi buýt tại {area} tăng {#9-27}%',
          '{Who}: thêm nhiều người chọn xe buýt để đi làm',
        ],
        lead: 'Số liệu tổng hợp đến {d1} cho thấy lượng khách đi xe buýt trên các tuyến qua {area} tăng {#9-27}% so với cùng kỳ, [riêng học sinh, sinh viên tăng mạnh nhất|phần lớn nhờ giãn cách chuyến được rút ngắn].',
        paragraphs: [
          'Bình quân mỗi ngày có {#6-21} nghìn lượt khách. Tỷ lệ xe đến đúng giờ đạt {#88-96}%, cao hơn {#3-8} điểm phần trăm so với đầu năm, nhờ làn ưu tiên tại {#4-9} nút giao.',
          'Dù vậy, hành khách vẫn phản ánh tình trạng xe đông vào khung 17 giờ đến 18 giờ 30. {dept} dự kiến tăng {#6-14} lượt xe mỗi ngày từ {d2}.',
        ],
        when: 'past',
      },
    ],
  },
  {
    key: 'tree-care',
    category: 'giao-thong-do-thi',
    department: 'xay-dung',
    picture: 'trees',
    lists: [
      {
        heading: 'Lịch thực hiện',
        items: [
          'Khảo sát, đánh số và chụp ảnh từng cây trước khi cắt tỉa.',
          'Cắt tỉa ngoài giờ cao điểm, mỗi đoạn không quá hai ngày.',
          'Thu gom cành lá ngay trong ngày, nghiền làm phân hữu cơ.',
          'Kiểm tra lại sau trận mưa lớn đầu tiên.',
        ],
      },
      {
        heading: 'Khi thấy cây có dấu hiệu nguy hiểm',
        items: [
          'Giữ khoảng cách, không đỗ xe dưới tán cây.',
          'Ghi lại số trên thân cây và vị trí gần nhất.',
          'Gọi số {phone}, trực cả ngày nghỉ.',
          'Không tự cắt cành gần đường dây điện.',
        ],
      },
    ],
    quotes: [
      'Chỉ thay những cây sâu mục có kết quả kiểm tra bằng thiết bị; cây khỏe được giữ nguyên, {dept} nêu nguyên tắc.',
      'Mỗi cây trồng mới đều có mã số để người dân tra được ngày trồng và đơn vị chăm sóc, {committee} cho biết.',
    ],
    paragraphs: [
      'Danh sách cây cùng ảnh hiện trạng được [đăng trên Cổng thông tin điện tử|niêm yết tại {house}] trước khi làm {#5-10} ngày để người dân theo dõi và góp ý.',
      'Tổ chăm sóc gồm {#8-20} người, dùng {#2-4} xe thang và máy cắt chạy pin để giảm tiếng ồn. Đoạn vỉa hè bên dưới được rào tạm trong lúc làm việc.',
      'Theo số liệu kiểm kê, {area} hiện có khoảng {#1200-5400} cây bóng mát, trong đó {#3-9}% cần theo dõi đặc biệt vì tuổi cao hoặc nằm sát công trình.',
    ],
    stories: [
      {
        titles: [
          '{Who} cắt tỉa cây xanh trên {street} trước mùa mưa bão',
          'Cắt tỉa, chống đỡ cây bóng mát dọc {street}',
        ],
        lead: 'Từ {d1}, {#60-320} cây bóng mát dọc {street} và {street2} được cắt tỉa, chống đỡ nhằm [phòng gãy đổ khi có gió mạnh|bảo đảm an toàn cho người đi đường].',
        paragraphs: [
          'Đợt này ưu tiên các cây gần trường học, bến xe và lưới điện. Những cây có bộ rễ bị ảnh hưởng do đào hè được bổ sung cọc chống và đất màu.',
          '{committee} đề nghị các hộ dân không để xe dưới tán cây trong giờ thi công và tạm thu mái hiên di động theo thông báo của tổ công tác.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} trồng thêm {#120-460} cây xanh tại các khu dân cư',
          'Thêm {#120-460} cây bóng mát được trồng quanh {street}',
        ],
        lead: 'Sáng {thu1}, {d1}, người dân {area} cùng trồng [bàng lá nhỏ, sấu và lộc vừng|sấu, giáng hương và hoa ban] dọc {street}, khởi đầu cho kế hoạch trồng cây năm {year}.',
        paragraphs: [
          'Hố trồng được chuẩn bị từ trước, có khung bảo vệ và ống dẫn nước tới rễ. Mỗi tổ dân phố nhận chăm sóc một đoạn, đội kỹ thuật hướng dẫn cách tưới và cắt cành trong năm đầu.',
          'Các loài cây được chọn theo bề rộng vỉa hè để rễ không phá nền gạch. Nơi vỉa hè hẹp dưới 3 m trồng cây bụi và dây leo thay cho cây lớn.',
        ],
        when: 'past',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} hoàn thành vườn hoa nhỏ bên {street}',
          'Bãi đất trống cạnh {street} thành vườn hoa cho người dân',
        ],
        lead: 'Khu đất rộng {#600-2400} m² cạnh {street} đã trở thành vườn hoa [có lối đi dạo, sân chơi và ghế đá|với sân chơi cho trẻ em và chỗ tập cho người cao tuổi], mở cửa từ {d1}.',
        paragraphs: [
          'Trước đây nơi này là điểm tập kết vật liệu. Sau khi lấy ý kiến {#180-520} hộ dân, {committee} chọn phương án giữ lại toàn bộ cây cũ, mở thêm hai lối vào và lắp đèn tiết kiệm điện.',
          'Ban tự quản của khu dân cư phân công trông coi theo tuần. Nước tưới lấy từ bể chứa nước mưa dung tích {#20-60} m³ đặt dưới sân chơi.',
        ],
        when: 'past',
      },
    ],
  },
]
