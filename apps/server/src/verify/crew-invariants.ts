/** What must hold of prizes, rounds and the crew; each query finds what breaks it. Most of it the tables refuse by themselves. */
export const crewInvariants: Record<string, string> = {
  'as many of a prize are given as awards of it stand':
    'select id from prize where given <> (select count(*) from award where prize_id = prize.id and undone_at is null)',
  'no more of a prize are given than there are': 'select id from prize where given > stock',
  'an award is of the kind of its prize':
    'select a.id from award a join prize p on p.id = a.prize_id where a.kind <> p.kind',
  'a player has a prize once':
    'select player_id from award where undone_at is null group by player_id, prize_id having count(*) > 1',
  'a player has one participation prize':
    "select player_id from award where kind = 'participation' and undone_at is null group by player_id having count(*) > 1",
  'a rank is won once, of those that its prize is for': `select a.id from award a join prize p on p.id = a.prize_id
    where (a.kind = 'rank') <> (a.rank is not null) or a.rank not between p.rank_from and p.rank_to
      or exists (select 1 from award o
        where o.prize_id = a.prize_id and o.rank = a.rank and o.id <> a.id and o.undone_at is null and a.undone_at is null)`,
  'what was handed over is not taken back':
    'select id from award where undone_at is not null and claimed_at is not null',
  'what was handed over was handed over by somebody, for a nonce':
    'select id from award where claimed_at is not null and (claimed_by is null or claim_nonce is null)',
  'an absent winner was drawn, and has nothing':
    "select id from award where absent and (undone_at is null or kind <> 'draw')",
  'a digital code is of its award’s prize':
    'select c.id from prize_code c join award a on a.id = c.award_id where a.prize_id <> c.prize_id',
  'every award is in the log': `select id from award where not exists (
    select 1 from audit_log where subject = award.id and action in ('award.give', 'award.draw'))`,
  'every hand-over is in the log': `select id from award where claimed_at is not null and not exists (
    select 1 from audit_log where subject = award.id and action in ('award.claim', 'award.code'))`,
  'a contest has one open round':
    "select contest_id from round where state = 'open' group by contest_id having count(*) > 1",
  'a published round has all its revisions, any other has none': `select id from round
    where (state in ('final', 'revealed')) <> (revision > 0)
      or revision <> (select count(*) from round_result where round_id = round.id)
      or revision <> (select coalesce(max(revision), 0) from round_result where round_id = round.id)`,
  'a published standing is an entry of its player in its round': `select r.round_id || ' revision ' || r.revision
    from round_result r, json_each(r.standings) s where not exists (select 1 from entry e
      where e.sequence = s.value ->> 'sequence' and e.player_id = s.value ->> 'playerId' and e.round_id = r.round_id)`,
  'a frozen round has a watermark, and is not published': `select id from round
    where (frozen_at is null) <> (frozen_sequence is null) or (frozen_at is not null and state in ('final', 'revealed'))`,
  'nobody who was removed has a device unlocked':
    'select s.device_id from staff_session s join staff_member m on m.id = s.member_id where m.removed_at is not null',
  'a crew has an owner': `select contest_id from staff_member where removed_at is null
    group by contest_id having sum(role = 'owner') = 0`,
}
