CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`author` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `captcha_solution` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `captcha_solution_expires` ON `captcha_solution` (`expires_at`);--> statement-breakpoint
CREATE TABLE `contest` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`languages` text NOT NULL,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entry` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`round_id` text NOT NULL,
	`player_id` text NOT NULL,
	`picture_id` integer NOT NULL,
	`prompt` text NOT NULL,
	`state` text NOT NULL,
	`repeat` integer NOT NULL,
	`similarity` real,
	`received_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`player_id`) REFERENCES `player`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`picture_id`) REFERENCES `picture`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_state" CHECK("entry"."state" in ('queued', 'done', 'failed')),
	CONSTRAINT "entry_done" CHECK(("entry"."state" = 'done') = ("entry"."similarity" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_id_unique` ON `entry` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entry_one_unfinished` ON `entry` (`player_id`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `entry_round_player` ON `entry` (`round_id`,`player_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `entry_best` ON `entry` (`round_id`,`player_id`,"similarity" desc,`sequence`);--> statement-breakpoint
CREATE INDEX `entry_repeat` ON `entry` (`round_id`) WHERE repeat and state = 'done';--> statement-breakpoint
CREATE INDEX `entry_picture` ON `entry` (`picture_id`,`state`);--> statement-breakpoint
CREATE TABLE `pairing_code` (
	`hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `picture` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` text NOT NULL,
	`prompt_key` text NOT NULL,
	`prompt` text NOT NULL,
	`state` text NOT NULL,
	`attempt` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`interruptions` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`queued_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`hash` text,
	`width` integer,
	`height` integer,
	`embedding` blob,
	`similarity` real,
	`screened_at` integer,
	`hidden_at` integer,
	`erased_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "picture_state" CHECK("picture"."state" in ('queued', 'running', 'done', 'failed')),
	CONSTRAINT "picture_done" CHECK("picture"."state" <> 'done' or ("picture"."hash" is not null and "picture"."embedding" is not null and "picture"."similarity" is not null))
);
--> statement-breakpoint
CREATE INDEX `picture_queue` ON `picture` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `picture_finished` ON `picture` (`round_id`,`state`,`finished_at`);--> statement-breakpoint
CREATE INDEX `picture_hash` ON `picture` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `picture_round_prompt_key` ON `picture` (`round_id`,`prompt_key`);--> statement-breakpoint
CREATE TABLE `player` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`device_id` text NOT NULL,
	`nickname` text NOT NULL,
	`nickname_key` text,
	`player_code` text NOT NULL,
	`recovery_hash` text,
	`language` text NOT NULL,
	`ghost` integer DEFAULT false NOT NULL,
	`disqualified_at` integer,
	`consent_at` integer NOT NULL,
	`erased_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contest_id`) REFERENCES `contest`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `player_player_code_unique` ON `player` (`player_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `player_recovery_hash_unique` ON `player` (`recovery_hash`);--> statement-breakpoint
CREATE INDEX `player_device` ON `player` (`device_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `player_nickname` ON `player` (`contest_id`,`nickname_key`);--> statement-breakpoint
CREATE TABLE `round` (
	`id` text PRIMARY KEY NOT NULL,
	`contest_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`target_hash` text NOT NULL,
	`target_width` integer NOT NULL,
	`target_height` integer NOT NULL,
	`target_embedding` blob NOT NULL,
	`target_prompt` text,
	`noise_seed` integer NOT NULL,
	`bundle_id` text NOT NULL,
	`calibration` text NOT NULL,
	`captcha` text NOT NULL,
	`min_gap_ms` integer NOT NULL,
	`burst` integer NOT NULL,
	`burst_window_ms` integer NOT NULL,
	`screening` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`contest_id`) REFERENCES `contest`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_state" CHECK("round"."state" in ('draft', 'open', 'closed', 'final', 'revealed'))
);
--> statement-breakpoint
CREATE TABLE `round_window` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`name` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_window_order" CHECK("round_window"."opens_at" < "round_window"."closes_at")
);
--> statement-breakpoint
CREATE TABLE `secret` (
	`name` text PRIMARY KEY NOT NULL,
	`value` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff_device` (
	`id` text PRIMARY KEY NOT NULL,
	`paired_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wrong_code` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`device_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `wrong_code_device` ON `wrong_code` (`kind`,`device_id`,`at`);