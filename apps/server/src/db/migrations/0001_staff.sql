CREATE TABLE `rebind_code` (
	`hash` text PRIMARY KEY NOT NULL,
	`player_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	FOREIGN KEY (`player_id`) REFERENCES `player`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `award` (
	`id` text PRIMARY KEY NOT NULL,
	`prize_id` text NOT NULL,
	`player_id` text NOT NULL,
	`kind` text NOT NULL,
	`device_id` text,
	`rank` integer,
	`reason` text NOT NULL,
	`picture_hash` text,
	`nonce` text NOT NULL,
	`claim_code` text NOT NULL,
	`author` text NOT NULL,
	`at` integer NOT NULL,
	`announced_at` integer,
	`claimed_at` integer,
	`claimed_by` text,
	`claim_nonce` text,
	`undone_at` integer,
	`undone_by` text,
	`absent` integer DEFAULT false NOT NULL,
	`contact` text,
	FOREIGN KEY (`prize_id`) REFERENCES `prize`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`player_id`) REFERENCES `player`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "award_claim" CHECK(("award"."claimed_at" is null) = ("award"."claimed_by" is null)),
	CONSTRAINT "award_undone" CHECK("award"."undone_at" is null or "award"."claimed_at" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `award_nonce_unique` ON `award` (`nonce`);--> statement-breakpoint
CREATE UNIQUE INDEX `award_claim_code_unique` ON `award` (`claim_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `award_claim_nonce_unique` ON `award` (`claim_nonce`);--> statement-breakpoint
CREATE UNIQUE INDEX `award_once` ON `award` (`prize_id`,`player_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `award_participation` ON `award` (`player_id`) WHERE kind = 'participation' and undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `award_participation_device` ON `award` (`device_id`) WHERE kind = 'participation' and undone_at is null and device_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `award_rank` ON `award` (`prize_id`,`rank`) WHERE rank is not null and undone_at is null;--> statement-breakpoint
CREATE INDEX `award_player` ON `award` (`player_id`,`at`);--> statement-breakpoint
CREATE TABLE `prize` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`picture_hash` text,
	`picture_width` integer,
	`picture_height` integer,
	`stock` integer NOT NULL,
	`given` integer DEFAULT 0 NOT NULL,
	`round_id` text,
	`window_id` text,
	`rank_from` integer,
	`rank_to` integer,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`contest_id`) REFERENCES `contest`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`window_id`) REFERENCES `round_window`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "prize_kind" CHECK("prize"."kind" in ('participation', 'rank', 'spot', 'draw')),
	CONSTRAINT "prize_stock" CHECK("prize"."given" >= 0 and "prize"."given" <= "prize"."stock"),
	CONSTRAINT "prize_rank" CHECK(("prize"."kind" = 'rank') = ("prize"."round_id" is not null and "prize"."rank_from" is not null and "prize"."rank_to" is not null and "prize"."rank_to" >= "prize"."rank_from"))
);
--> statement-breakpoint
CREATE TABLE `prize_code` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`prize_id` text NOT NULL,
	`code` text NOT NULL,
	`award_id` text,
	FOREIGN KEY (`prize_id`) REFERENCES `prize`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`award_id`) REFERENCES `award`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `prize_code_award_id_unique` ON `prize_code` (`award_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `prize_code_once` ON `prize_code` (`prize_id`,`code`);--> statement-breakpoint
CREATE TABLE `round_result` (
	`round_id` text NOT NULL,
	`revision` integer NOT NULL,
	`published_at` integer NOT NULL,
	`author` text NOT NULL,
	`reason` text NOT NULL,
	`standings` text NOT NULL,
	PRIMARY KEY(`round_id`, `revision`),
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_member` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text,
	`role` text NOT NULL,
	`pin_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`contest_id`) REFERENCES `contest`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_member_role" CHECK("staff_member"."role" in ('staff', 'owner'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_member_name` ON `staff_member` (`contest_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `staff_session` (
	`device_id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`unlocked_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	FOREIGN KEY (`device_id`) REFERENCES `staff_device`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `staff_member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `contest` ADD `screen_languages` text;--> statement-breakpoint
ALTER TABLE `contest` ADD `decimals` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `contest` ADD `blanked_at` integer;--> statement-breakpoint
ALTER TABLE `contest` ADD `auto_lock_ms` integer DEFAULT 300000 NOT NULL;--> statement-breakpoint
ALTER TABLE `contest` ADD `webhook_url` text;--> statement-breakpoint
ALTER TABLE `player` ADD `muted_at` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `opened_at` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `frozen_sequence` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `frozen_at` integer;--> statement-breakpoint
ALTER TABLE `round` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `round_one_open` ON `round` (`contest_id`) WHERE state = 'open';--> statement-breakpoint
ALTER TABLE `staff_device` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `picture_waiting` ON `picture` (`round_id`,`finished_at`,`hash`) WHERE state = 'done' and screened_at is null and hidden_at is null and erased_at is null;--> statement-breakpoint
CREATE INDEX `picture_screened` ON `picture` (`round_id`,`screened_at`) WHERE screened_at is not null;--> statement-breakpoint
CREATE INDEX `picture_hidden` ON `picture` (`round_id`,`hidden_at`) WHERE hidden_at is not null;