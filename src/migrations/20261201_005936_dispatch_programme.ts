import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_bulletins_proposed_priority" AS ENUM('emergency', 'priority', 'normal');
  CREATE TYPE "public"."enum__bulletins_v_version_proposed_priority" AS ENUM('emergency', 'priority', 'normal');
  CREATE TYPE "public"."enum_devices_capabilities_forms" AS ENUM('text', 'audio', 'image', 'video');
  CREATE TYPE "public"."enum_devices_alternate_channel" AS ENUM('mqtt', 'http', 'pull');
  ALTER TYPE "public"."enum_users_roles" ADD VALUE 'communeChair';
  CREATE TABLE "devices_capabilities_forms" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_devices_capabilities_forms",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "devices" ALTER COLUMN "channel" SET DATA TYPE text;
  DROP TYPE "public"."enum_devices_channel";
  CREATE TYPE "public"."enum_devices_channel" AS ENUM('mqtt', 'http', 'pull', 'player', 'icecast', 'cap', 'httttn', 'byradio');
  ALTER TABLE "devices" ALTER COLUMN "channel" SET DATA TYPE "public"."enum_devices_channel" USING "channel"::"public"."enum_devices_channel";
  ALTER TABLE "media" ADD COLUMN "seconds" numeric;
  ALTER TABLE "media" ADD COLUMN "loudness" numeric;
  ALTER TABLE "bulletins" ADD COLUMN "image_id" integer;
  ALTER TABLE "bulletins" ADD COLUMN "video_id" integer;
  ALTER TABLE "bulletins" ADD COLUMN "proposed_priority" "enum_bulletins_proposed_priority";
  ALTER TABLE "bulletins" ADD COLUMN "answer_id" integer;
  ALTER TABLE "bulletins" ADD COLUMN "is_override" boolean DEFAULT false;
  ALTER TABLE "bulletins" ADD COLUMN "override_reason" varchar;
  ALTER TABLE "_bulletins_v" ADD COLUMN "version_image_id" integer;
  ALTER TABLE "_bulletins_v" ADD COLUMN "version_video_id" integer;
  ALTER TABLE "_bulletins_v" ADD COLUMN "version_proposed_priority" "enum__bulletins_v_version_proposed_priority";
  ALTER TABLE "_bulletins_v" ADD COLUMN "version_answer_id" integer;
  ALTER TABLE "_bulletins_v" ADD COLUMN "version_is_override" boolean DEFAULT false;
  ALTER TABLE "_bulletins_v" ADD COLUMN "version_override_reason" varchar;
  ALTER TABLE "devices" ADD COLUMN "make" varchar;
  ALTER TABLE "devices" ADD COLUMN "model" varchar;
  ALTER TABLE "devices" ADD COLUMN "gateway" varchar;
  ALTER TABLE "devices" ADD COLUMN "capabilities_speaks_text" boolean;
  ALTER TABLE "devices" ADD COLUMN "capabilities_max_megabytes" numeric;
  ALTER TABLE "devices" ADD COLUMN "alternate_channel" "enum_devices_alternate_channel";
  ALTER TABLE "devices" ADD COLUMN "alternate_address" varchar;
  ALTER TABLE "devices_capabilities_forms" ADD CONSTRAINT "devices_capabilities_forms_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."devices"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "devices_capabilities_forms_order_idx" ON "devices_capabilities_forms" USING btree ("order");
  CREATE INDEX "devices_capabilities_forms_parent_idx" ON "devices_capabilities_forms" USING btree ("parent_id");
  ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_image_id_media_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_bulletins_v" ADD CONSTRAINT "_bulletins_v_version_image_id_media_id_fk" FOREIGN KEY ("version_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_bulletins_v" ADD CONSTRAINT "_bulletins_v_version_video_id_media_id_fk" FOREIGN KEY ("version_video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_bulletins_v" ADD CONSTRAINT "_bulletins_v_version_answer_id_answers_id_fk" FOREIGN KEY ("version_answer_id") REFERENCES "public"."answers"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "bulletins_image_idx" ON "bulletins" USING btree ("image_id");
  CREATE INDEX "bulletins_video_idx" ON "bulletins" USING btree ("video_id");
  CREATE INDEX "bulletins_answer_idx" ON "bulletins" USING btree ("answer_id");
  CREATE INDEX "_bulletins_v_version_version_image_idx" ON "_bulletins_v" USING btree ("version_image_id");
  CREATE INDEX "_bulletins_v_version_version_video_idx" ON "_bulletins_v" USING btree ("version_video_id");
  CREATE INDEX "_bulletins_v_version_version_answer_idx" ON "_bulletins_v" USING btree ("version_answer_id");
  CREATE INDEX "devices_gateway_idx" ON "devices" USING btree ("gateway");
  ALTER TABLE "devices" DROP COLUMN "tested_at";
  ALTER TABLE "devices" DROP COLUMN "public_key";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "devices_capabilities_forms" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "devices_capabilities_forms" CASCADE;
  ALTER TABLE "bulletins" DROP CONSTRAINT "bulletins_image_id_media_id_fk";
  
  ALTER TABLE "bulletins" DROP CONSTRAINT "bulletins_video_id_media_id_fk";
  
  ALTER TABLE "bulletins" DROP CONSTRAINT "bulletins_answer_id_answers_id_fk";
  
  ALTER TABLE "_bulletins_v" DROP CONSTRAINT "_bulletins_v_version_image_id_media_id_fk";
  
  ALTER TABLE "_bulletins_v" DROP CONSTRAINT "_bulletins_v_version_video_id_media_id_fk";
  
  ALTER TABLE "_bulletins_v" DROP CONSTRAINT "_bulletins_v_version_answer_id_answers_id_fk";
  
  ALTER TABLE "devices" ALTER COLUMN "channel" SET DATA TYPE text;
  DROP TYPE "public"."enum_devices_channel";
  CREATE TYPE "public"."enum_devices_channel" AS ENUM('http', 'mqtt');
  ALTER TABLE "devices" ALTER COLUMN "channel" SET DATA TYPE "public"."enum_devices_channel" USING "channel"::"public"."enum_devices_channel";
  ALTER TABLE "users_roles" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_users_roles";
  CREATE TYPE "public"."enum_users_roles" AS ENUM('systemAdmin', 'operator', 'auditor', 'communeOperator');
  ALTER TABLE "users_roles" ALTER COLUMN "value" SET DATA TYPE "public"."enum_users_roles" USING "value"::"public"."enum_users_roles";
  DROP INDEX "bulletins_image_idx";
  DROP INDEX "bulletins_video_idx";
  DROP INDEX "bulletins_answer_idx";
  DROP INDEX "_bulletins_v_version_version_image_idx";
  DROP INDEX "_bulletins_v_version_version_video_idx";
  DROP INDEX "_bulletins_v_version_version_answer_idx";
  DROP INDEX "devices_gateway_idx";
  ALTER TABLE "devices" ADD COLUMN "tested_at" timestamp(3) with time zone;
  ALTER TABLE "devices" ADD COLUMN "public_key" varchar;
  ALTER TABLE "media" DROP COLUMN "seconds";
  ALTER TABLE "media" DROP COLUMN "loudness";
  ALTER TABLE "bulletins" DROP COLUMN "image_id";
  ALTER TABLE "bulletins" DROP COLUMN "video_id";
  ALTER TABLE "bulletins" DROP COLUMN "proposed_priority";
  ALTER TABLE "bulletins" DROP COLUMN "answer_id";
  ALTER TABLE "bulletins" DROP COLUMN "is_override";
  ALTER TABLE "bulletins" DROP COLUMN "override_reason";
  ALTER TABLE "_bulletins_v" DROP COLUMN "version_image_id";
  ALTER TABLE "_bulletins_v" DROP COLUMN "version_video_id";
  ALTER TABLE "_bulletins_v" DROP COLUMN "version_proposed_priority";
  ALTER TABLE "_bulletins_v" DROP COLUMN "version_answer_id";
  ALTER TABLE "_bulletins_v" DROP COLUMN "version_is_override";
  ALTER TABLE "_bulletins_v" DROP COLUMN "version_override_reason";
  ALTER TABLE "devices" DROP COLUMN "make";
  ALTER TABLE "devices" DROP COLUMN "model";
  ALTER TABLE "devices" DROP COLUMN "gateway";
  ALTER TABLE "devices" DROP COLUMN "capabilities_speaks_text";
  ALTER TABLE "devices" DROP COLUMN "capabilities_max_megabytes";
  ALTER TABLE "devices" DROP COLUMN "alternate_channel";
  ALTER TABLE "devices" DROP COLUMN "alternate_address";
  DROP TYPE "public"."enum_bulletins_proposed_priority";
  DROP TYPE "public"."enum__bulletins_v_version_proposed_priority";
  DROP TYPE "public"."enum_devices_capabilities_forms";
  DROP TYPE "public"."enum_devices_alternate_channel";`)
}
