const vi = {
  title: 'Các nội dung đã chọn',
  intro:
    'Mỗi nội dung là một quyết định riêng, gắn với đúng bản đã trình (mã băm). Xem từng mục trước khi duyệt.',
  none: 'Chưa chọn nội dung nào.',
  noneHint: 'Về bàn duyệt, đánh dấu các nội dung rồi bấm “Xem các nội dung đã chọn”.',
  missing: 'Có {n} nội dung không còn ở bàn duyệt của bạn.',
  columnState: 'Có thể duyệt không',
  columnHash: 'Mã băm',
  columnResult: 'Kết quả',
  take: 'Duyệt “{title}”',
  ready: 'Duyệt được; công bố ngay',
  readyStep: 'Đồng ý được; chuyển bước tiếp theo',
  readyBundle: 'Duyệt được; đăng khi cả gói “{name}” đã duyệt ({decided}/{total})',
  changed: 'Không: bản nháp đã sửa sau khi trình',
  own: 'Không: bạn đã viết hoặc sửa nội dung này',
  voted: 'Không: bạn đã cho ý kiến ở bước này',
  hold: 'Không: đang tạm dừng theo yêu cầu pháp lý ({document})',
  notYours: 'Không: đang chờ người khác',
  notWaiting: 'Không: không còn chờ duyệt',
  acting: 'Bạn quyết định thay mặt Trưởng Ban {name} theo {document}.',
  approve: 'Duyệt {n} nội dung',
  approveEffect:
    '{n} quyết định riêng, lần lượt từng nội dung; nội dung duyệt xong được công bố ngay.',
  working: 'Đang duyệt {i}/{n}…',
  released: 'Đã công bố',
  decided: 'Đã duyệt; chờ đến giờ hoặc chờ cả gói',
  waiting: 'Đã đồng ý; chuyển bước tiếp theo',
  done: 'Xong: {ok} được, {failed} không được.',
  bundleOpen: 'Lập gói đăng cùng lúc…',
  bundleTitle: 'Lập gói {n} nội dung',
  bundleEffect:
    'Các nội dung trong gói đi đúng quy trình của mình và chỉ được đăng cùng lúc, khi tất cả đã duyệt.',
  bundleName: 'Tên gói',
  bundleDo: 'Lập gói',
  bundled: 'Đã lập gói “{name}”.',
}

/** Texts of the screen of chosen submissions. */
export type ChosenWords = typeof vi

const en: ChosenWords = {
  title: 'The chosen items',
  intro:
    'Each item is a decision of its own about exactly what was submitted (its hash). Look at each before you approve.',
  none: 'Nothing is chosen.',
  noneHint: 'Go back to the desk, mark items and press “Look at the chosen items”.',
  missing: '{n} of them are not on your desk any more.',
  columnState: 'Can it be approved?',
  columnHash: 'Hash',
  columnResult: 'Result',
  take: 'Approve “{title}”',
  ready: 'Yes; public at once',
  readyStep: 'Yes; goes on to its next step',
  readyBundle: 'Yes; public when all of the bundle “{name}” is approved ({decided} of {total})',
  changed: 'No: the draft changed after it was submitted',
  own: 'No: you wrote in it',
  voted: 'No: you have voted at this step',
  hold: 'No: under a legal hold ({document})',
  notYours: 'No: it waits for somebody else',
  notWaiting: 'No: it is not waiting any more',
  acting: 'You decide for the head {name} by {document}.',
  approve: 'Approve {n} items',
  approveEffect: '{n} decisions, one after another; what is approved becomes public at once.',
  working: 'Approving {i} of {n}…',
  released: 'Public',
  decided: 'Approved; waits for its time or its bundle',
  waiting: 'Agreed; goes on to its next step',
  done: 'Done: {ok} worked, {failed} did not.',
  bundleOpen: 'Make a bundle…',
  bundleTitle: 'A bundle of {n} items',
  bundleEffect:
    'Each item takes its own flow; they are published together, when all of them are approved.',
  bundleName: 'Name of the bundle',
  bundleDo: 'Make the bundle',
  bundled: 'The bundle “{name}” was made.',
}

/** The texts of the chosen submissions in the language of the admin; Vietnamese unless it is English. */
export const chosenWords = (language: string): ChosenWords => (language === 'en' ? en : vi)
