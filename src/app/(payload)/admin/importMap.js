import { ClockBadges as ClockBadges_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { StatePanel as StatePanel_c9be5fad104327a09da06f84ad89ce27 } from '@plugins/editorial-board/client'
import { DocumentPanel as DocumentPanel_90fa83dd38a9fdcba9d81499967311a8 } from '@plugins/cross-posting/client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubmitButton as SubmitButton_c9be5fad104327a09da06f84ad89ce27 } from '@plugins/editorial-board/client'
import { NoButton as NoButton_c9be5fad104327a09da06f84ad89ce27 } from '@plugins/editorial-board/client'
import { RestoreAsDraft as RestoreAsDraft_c9be5fad104327a09da06f84ad89ce27 } from '@plugins/editorial-board/client'
import { AnswerPanel as AnswerPanel_24b8261cc35bdede483806af4072bdd9 } from '@plugins/dispatch/client'
import { BulletinPanel as BulletinPanel_24b8261cc35bdede483806af4072bdd9 } from '@plugins/dispatch/client'
import { ReasonField as ReasonField_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { DevicePanel as DevicePanel_24b8261cc35bdede483806af4072bdd9 } from '@plugins/dispatch/client'
import { PersonBoards as PersonBoards_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { SecondFactorField as SecondFactorField_05961e31526c1c2c2ca10c1962d9a0e2 } from '@kit/secondFactor/rsc'
import { Icon as Icon_9c6983df641d75a1fd1f9b95490c8eb1 } from '@kit/admin/graphics'
import { Logo as Logo_9c6983df641d75a1fd1f9b95490c8eb1 } from '@kit/admin/graphics'
import { DeskSummary as DeskSummary_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { TodaySummary as TodaySummary_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { WaitingSummary as WaitingSummary_c1c4c72aafe895c6fc0ba851dfcbb77c } from '@plugins/cross-posting/rsc'
import { ProgrammeSummary as ProgrammeSummary_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { StormSummary as StormSummary_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { DeskLink as DeskLink_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { NoticesLink as NoticesLink_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { RegisterLink as RegisterLink_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { SlaLink as SlaLink_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { CrossPostingLink as CrossPostingLink_c1c4c72aafe895c6fc0ba851dfcbb77c } from '@plugins/cross-posting/rsc'
import { ProgrammeLink as ProgrammeLink_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { BoardLink as BoardLink_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { StormLinks as StormLinks_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { StatisticsLink as StatisticsLink_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { ReviewDesk as ReviewDesk_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { ReviewChosen as ReviewChosen_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { ApprovalRecord as ApprovalRecord_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { NoticesView as NoticesView_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { NoticeChoicesView as NoticeChoicesView_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { ReviewItem as ReviewItem_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { BoardList as BoardList_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { BoardRegister as BoardRegister_8ec9ac5552ff5c229245a96586bbf460 } from '@plugins/editorial-board/rsc'
import { SlaToday as SlaToday_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { SlaAlerts as SlaAlerts_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { SlaCalendar as SlaCalendar_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { ClockList as ClockList_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { ClockPage as ClockPage_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { League as League_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { SiteYear as SiteYear_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { SlaObligations as SlaObligations_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { SlaObligation as SlaObligation_d3745d41e7dcac20639431fedcbd2b24 } from '@plugins/update-sla/rsc'
import { SitesPage as SitesPage_c1c4c72aafe895c6fc0ba851dfcbb77c } from '@plugins/cross-posting/rsc'
import { SitePage as SitePage_c1c4c72aafe895c6fc0ba851dfcbb77c } from '@plugins/cross-posting/rsc'
import { ProposalList as ProposalList_c1c4c72aafe895c6fc0ba851dfcbb77c } from '@plugins/cross-posting/rsc'
import { ConsentList as ConsentList_c1c4c72aafe895c6fc0ba851dfcbb77c } from '@plugins/cross-posting/rsc'
import { ProposalPage as ProposalPage_c1c4c72aafe895c6fc0ba851dfcbb77c } from '@plugins/cross-posting/rsc'
import { CommuneInbox as CommuneInbox_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { DaySchedule as DaySchedule_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { TimeFrames as TimeFrames_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { AsRunLog as AsRunLog_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { BoardPage as BoardPage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { ImportPage as ImportPage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { DevicePage as DevicePage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { StormPage as StormPage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { WallPage as WallPage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { ProofPage as ProofPage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { WallList as WallList_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { DrillsPage as DrillsPage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { DrillPage as DrillPage_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { Statistics as Statistics_95662181a3f2a79bd03ef675ce8c45d6 } from '@plugins/dispatch/rsc'
import { SecondFactorPage as SecondFactorPage_05961e31526c1c2c2ca10c1962d9a0e2 } from '@kit/secondFactor/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@plugins/update-sla/rsc#ClockBadges": ClockBadges_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/editorial-board/client#StatePanel": StatePanel_c9be5fad104327a09da06f84ad89ce27,
  "@plugins/cross-posting/client#DocumentPanel": DocumentPanel_90fa83dd38a9fdcba9d81499967311a8,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@plugins/editorial-board/client#SubmitButton": SubmitButton_c9be5fad104327a09da06f84ad89ce27,
  "@plugins/editorial-board/client#NoButton": NoButton_c9be5fad104327a09da06f84ad89ce27,
  "@plugins/editorial-board/client#RestoreAsDraft": RestoreAsDraft_c9be5fad104327a09da06f84ad89ce27,
  "@plugins/dispatch/client#AnswerPanel": AnswerPanel_24b8261cc35bdede483806af4072bdd9,
  "@plugins/dispatch/client#BulletinPanel": BulletinPanel_24b8261cc35bdede483806af4072bdd9,
  "@plugins/dispatch/rsc#ReasonField": ReasonField_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/client#DevicePanel": DevicePanel_24b8261cc35bdede483806af4072bdd9,
  "@plugins/editorial-board/rsc#PersonBoards": PersonBoards_8ec9ac5552ff5c229245a96586bbf460,
  "@kit/secondFactor/rsc#SecondFactorField": SecondFactorField_05961e31526c1c2c2ca10c1962d9a0e2,
  "@kit/admin/graphics#Icon": Icon_9c6983df641d75a1fd1f9b95490c8eb1,
  "@kit/admin/graphics#Logo": Logo_9c6983df641d75a1fd1f9b95490c8eb1,
  "@plugins/editorial-board/rsc#DeskSummary": DeskSummary_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/update-sla/rsc#TodaySummary": TodaySummary_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/cross-posting/rsc#WaitingSummary": WaitingSummary_c1c4c72aafe895c6fc0ba851dfcbb77c,
  "@plugins/dispatch/rsc#ProgrammeSummary": ProgrammeSummary_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#StormSummary": StormSummary_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/editorial-board/rsc#DeskLink": DeskLink_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#NoticesLink": NoticesLink_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#RegisterLink": RegisterLink_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/update-sla/rsc#SlaLink": SlaLink_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/cross-posting/rsc#CrossPostingLink": CrossPostingLink_c1c4c72aafe895c6fc0ba851dfcbb77c,
  "@plugins/dispatch/rsc#ProgrammeLink": ProgrammeLink_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#BoardLink": BoardLink_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#StormLinks": StormLinks_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#StatisticsLink": StatisticsLink_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/editorial-board/rsc#ReviewDesk": ReviewDesk_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#ReviewChosen": ReviewChosen_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#ApprovalRecord": ApprovalRecord_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#NoticesView": NoticesView_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#NoticeChoicesView": NoticeChoicesView_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#ReviewItem": ReviewItem_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#BoardList": BoardList_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/editorial-board/rsc#BoardRegister": BoardRegister_8ec9ac5552ff5c229245a96586bbf460,
  "@plugins/update-sla/rsc#SlaToday": SlaToday_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#SlaAlerts": SlaAlerts_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#SlaCalendar": SlaCalendar_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#ClockList": ClockList_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#ClockPage": ClockPage_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#League": League_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#SiteYear": SiteYear_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#SlaObligations": SlaObligations_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/update-sla/rsc#SlaObligation": SlaObligation_d3745d41e7dcac20639431fedcbd2b24,
  "@plugins/cross-posting/rsc#SitesPage": SitesPage_c1c4c72aafe895c6fc0ba851dfcbb77c,
  "@plugins/cross-posting/rsc#SitePage": SitePage_c1c4c72aafe895c6fc0ba851dfcbb77c,
  "@plugins/cross-posting/rsc#ProposalList": ProposalList_c1c4c72aafe895c6fc0ba851dfcbb77c,
  "@plugins/cross-posting/rsc#ConsentList": ConsentList_c1c4c72aafe895c6fc0ba851dfcbb77c,
  "@plugins/cross-posting/rsc#ProposalPage": ProposalPage_c1c4c72aafe895c6fc0ba851dfcbb77c,
  "@plugins/dispatch/rsc#CommuneInbox": CommuneInbox_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#DaySchedule": DaySchedule_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#TimeFrames": TimeFrames_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#AsRunLog": AsRunLog_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#BoardPage": BoardPage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#ImportPage": ImportPage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#DevicePage": DevicePage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#StormPage": StormPage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#WallPage": WallPage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#ProofPage": ProofPage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#WallList": WallList_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#DrillsPage": DrillsPage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#DrillPage": DrillPage_95662181a3f2a79bd03ef675ce8c45d6,
  "@plugins/dispatch/rsc#Statistics": Statistics_95662181a3f2a79bd03ef675ce8c45d6,
  "@kit/secondFactor/rsc#SecondFactorPage": SecondFactorPage_05961e31526c1c2c2ca10c1962d9a0e2,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
