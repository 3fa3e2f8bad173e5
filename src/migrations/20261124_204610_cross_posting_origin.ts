import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_articles_origin_mode" AS ENUM('copy', 'link');
  CREATE TYPE "public"."enum__articles_v_version_origin_mode" AS ENUM('copy', 'link');
  CREATE TYPE "public"."enum_documents_origin_mode" AS ENUM('copy', 'link');
  CREATE TYPE "public"."enum__documents_v_version_origin_mode" AS ENUM('copy', 'link');
  ALTER TABLE "articles" ADD COLUMN "origin_site" varchar;
  ALTER TABLE "articles" ADD COLUMN "origin_collection" varchar;
  ALTER TABLE "articles" ADD COLUMN "origin_item" varchar;
  ALTER TABLE "articles" ADD COLUMN "origin_seq" numeric;
  ALTER TABLE "articles" ADD COLUMN "origin_sha256" varchar;
  ALTER TABLE "articles" ADD COLUMN "origin_url" varchar;
  ALTER TABLE "articles" ADD COLUMN "origin_site_name" varchar;
  ALTER TABLE "articles" ADD COLUMN "origin_published_at" timestamp(3) with time zone;
  ALTER TABLE "articles" ADD COLUMN "origin_hops" jsonb;
  ALTER TABLE "articles" ADD COLUMN "origin_is_adapted" boolean;
  ALTER TABLE "articles" ADD COLUMN "origin_mode" "enum_articles_origin_mode";
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_site" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_collection" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_item" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_seq" numeric;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_sha256" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_url" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_site_name" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_published_at" timestamp(3) with time zone;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_hops" jsonb;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_is_adapted" boolean;
  ALTER TABLE "_articles_v" ADD COLUMN "version_origin_mode" "enum__articles_v_version_origin_mode";
  ALTER TABLE "documents" ADD COLUMN "origin_site" varchar;
  ALTER TABLE "documents" ADD COLUMN "origin_collection" varchar;
  ALTER TABLE "documents" ADD COLUMN "origin_item" varchar;
  ALTER TABLE "documents" ADD COLUMN "origin_seq" numeric;
  ALTER TABLE "documents" ADD COLUMN "origin_sha256" varchar;
  ALTER TABLE "documents" ADD COLUMN "origin_url" varchar;
  ALTER TABLE "documents" ADD COLUMN "origin_site_name" varchar;
  ALTER TABLE "documents" ADD COLUMN "origin_published_at" timestamp(3) with time zone;
  ALTER TABLE "documents" ADD COLUMN "origin_hops" jsonb;
  ALTER TABLE "documents" ADD COLUMN "origin_is_adapted" boolean;
  ALTER TABLE "documents" ADD COLUMN "origin_mode" "enum_documents_origin_mode";
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_site" varchar;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_collection" varchar;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_item" varchar;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_seq" numeric;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_sha256" varchar;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_url" varchar;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_site_name" varchar;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_published_at" timestamp(3) with time zone;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_hops" jsonb;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_is_adapted" boolean;
  ALTER TABLE "_documents_v" ADD COLUMN "version_origin_mode" "enum__documents_v_version_origin_mode";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles" DROP COLUMN "origin_site";
  ALTER TABLE "articles" DROP COLUMN "origin_collection";
  ALTER TABLE "articles" DROP COLUMN "origin_item";
  ALTER TABLE "articles" DROP COLUMN "origin_seq";
  ALTER TABLE "articles" DROP COLUMN "origin_sha256";
  ALTER TABLE "articles" DROP COLUMN "origin_url";
  ALTER TABLE "articles" DROP COLUMN "origin_site_name";
  ALTER TABLE "articles" DROP COLUMN "origin_published_at";
  ALTER TABLE "articles" DROP COLUMN "origin_hops";
  ALTER TABLE "articles" DROP COLUMN "origin_is_adapted";
  ALTER TABLE "articles" DROP COLUMN "origin_mode";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_site";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_collection";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_item";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_seq";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_sha256";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_url";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_site_name";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_published_at";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_hops";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_is_adapted";
  ALTER TABLE "_articles_v" DROP COLUMN "version_origin_mode";
  ALTER TABLE "documents" DROP COLUMN "origin_site";
  ALTER TABLE "documents" DROP COLUMN "origin_collection";
  ALTER TABLE "documents" DROP COLUMN "origin_item";
  ALTER TABLE "documents" DROP COLUMN "origin_seq";
  ALTER TABLE "documents" DROP COLUMN "origin_sha256";
  ALTER TABLE "documents" DROP COLUMN "origin_url";
  ALTER TABLE "documents" DROP COLUMN "origin_site_name";
  ALTER TABLE "documents" DROP COLUMN "origin_published_at";
  ALTER TABLE "documents" DROP COLUMN "origin_hops";
  ALTER TABLE "documents" DROP COLUMN "origin_is_adapted";
  ALTER TABLE "documents" DROP COLUMN "origin_mode";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_site";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_collection";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_item";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_seq";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_sha256";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_url";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_site_name";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_published_at";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_hops";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_is_adapted";
  ALTER TABLE "_documents_v" DROP COLUMN "version_origin_mode";
  DROP TYPE "public"."enum_articles_origin_mode";
  DROP TYPE "public"."enum__articles_v_version_origin_mode";
  DROP TYPE "public"."enum_documents_origin_mode";
  DROP TYPE "public"."enum__documents_v_version_origin_mode";`)
}
