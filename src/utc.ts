// node-cron counts in the host's zone; in one that changes its clocks it loses an hour of ticks each autumn (60 of 150
// measured in London). So the zone is set here, and this file is imported before anything that loads node-cron.
process.env['TZ'] = 'UTC';
