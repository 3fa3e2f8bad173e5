import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "articles" ADD COLUMN "event_on" timestamp(3) with time zone;
  ALTER TABLE "_articles_v" ADD COLUMN "version_event_on" timestamp(3) with time zone;
  ALTER TABLE "documents_rels" ADD COLUMN "units_id" integer;
  ALTER TABLE "_documents_v_rels" ADD COLUMN "units_id" integer;
  ALTER TABLE "documents_rels" ADD CONSTRAINT "documents_rels_units_fk" FOREIGN KEY ("units_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_documents_v_rels" ADD CONSTRAINT "_documents_v_rels_units_fk" FOREIGN KEY ("units_id") REFERENCES "public"."units"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "documents_rels_units_id_idx" ON "documents_rels" USING btree ("units_id");
  CREATE INDEX "_documents_v_rels_units_id_idx" ON "_documents_v_rels" USING btree ("units_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "documents_rels" DROP CONSTRAINT "documents_rels_units_fk";
  
  ALTER TABLE "_documents_v_rels" DROP CONSTRAINT "_documents_v_rels_units_fk";
  
  DROP INDEX "documents_rels_units_id_idx";
  DROP INDEX "_documents_v_rels_units_id_idx";
  ALTER TABLE "articles" DROP COLUMN "event_on";
  ALTER TABLE "_articles_v" DROP COLUMN "version_event_on";
  ALTER TABLE "documents_rels" DROP COLUMN "units_id";
  ALTER TABLE "_documents_v_rels" DROP COLUMN "units_id";`)
}
