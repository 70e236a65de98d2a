import { describe, expect, it } from 'vitest';
import { ConfigError, isLoopback, readConfig } from '../src/config.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-secret-token', SLACK_SIGNING_SECRET: 'secret-signing' };

/** The settings that an error names, in order. */
function wrong(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((line) => line.split(' ')[0] ?? '');
  }
}

function problems(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return error instanceof ConfigError ? error.message : String(error);
  }
}

describe('nothing set', () => {
  it('is the rehearsal on this machine alone', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: 'sqlite:data/wesaid.db',
      logLevel: 'info',
      rehearsal: true,
      slack: null,
      teams: null,
      links: null,
    });
  });

  it('an empty setting, or one of spaces, counts as not set', () => {
    expect(readConfig({ PORT: '', HOST: '  ', REHEARSAL: '', SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: ' ' })).toEqual(
      readConfig({}),
    );
  });

  it('what other programs set is none of ours', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root', npm_config_port: 'x' })).toEqual(readConfig({}));
  });
});

describe('Slack', () => {
  it('with a token and a secret is the real thing, and no rehearsal', () => {
    expect(readConfig({ ...slack, HOST: '0.0.0.0', PORT: '8080' })).toEqual({
      host: '0.0.0.0',
      port: 8080,
      databaseUrl: 'sqlite:data/wesaid.db',
      logLevel: 'info',
      rehearsal: false,
      slack: { botToken: 'xoxb-secret-token', signingSecret: 'secret-signing', appToken: null, apiUrl: null },
      teams: null,
      links: null,
    });
  });

  it('over a socket, and against a stand-in', () => {
    const found = readConfig({ ...slack, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(found.slack).toMatchObject({ appToken: 'xapp-1', apiUrl: 'http://127.0.0.1:9/api/' });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    [{ SLACK_SIGNING_SECRET: 'secret-signing' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']],
    [{ SLACK_API_URL: 'http://127.0.0.1:9/' }, ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']],
  ])('half set is an error: the bot would look alive and never answer (%j)', (environment, missing) => {
    expect(wrong(environment)).toEqual(missing);
  });

  it('half set, with the rehearsal off, is told as the half that it is', () => {
    expect(wrong({ SLACK_SIGNING_SECRET: 'secret-signing', REHEARSAL: 'off' })).toEqual(['SLACK_BOT_TOKEN']);
  });
});

const tenant = '22222222-2222-4222-8222-222222222222';
const partner = '33333333-3333-4333-8333-333333333333';
const teams = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  TEAMS_APP_PASSWORD: 'secret-password',
  TEAMS_TENANT_ID: tenant,
};

describe('Teams', () => {
  it('with an app, its secret and its organisation is the real thing, and no rehearsal', () => {
    const { rehearsal, teams: found } = readConfig(teams);
    expect(rehearsal).toBe(false);
    expect(found).toEqual({
      app: { id: teams.TEAMS_APP_ID, password: 'secret-password', tenant },
      tenants: [tenant],
      apiUrl: null,
    });
  });

  it('may be used by further organisations that the operator lists', () => {
    expect(readConfig({ ...teams, TEAMS_TENANTS: ` ${partner} ,` }).teams?.tenants).toEqual([tenant, partner]);
  });

  it.each([
    [{ TEAMS_APP_ID: teams.TEAMS_APP_ID }, ['TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID']],
    [{ ...teams, TEAMS_TENANT_ID: '' }, ['TEAMS_TENANT_ID']],
    [{ TEAMS_TENANTS: partner }, ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID']],
  ])('half set is an error: without all three anyone could speak as Teams (%j)', (environment, missing) => {
    expect(wrong(environment)).toEqual(missing);
  });

  it('stands beside Slack', () => {
    const found = readConfig({ ...slack, ...teams });
    expect([found.slack === null, found.teams === null]).toEqual([false, false]);
  });

  it('is heard unsigned only on this machine, and only without an app', () => {
    expect(readConfig({ TEAMS_INSECURE_LOCAL: 'on' }).teams).toEqual({ app: null, tenants: [], apiUrl: null });
    expect(wrong({ TEAMS_INSECURE_LOCAL: 'on', HOST: '0.0.0.0' })).toEqual(['TEAMS_INSECURE_LOCAL']);
    expect(wrong({ ...teams, TEAMS_INSECURE_LOCAL: 'on' })).toEqual(['TEAMS_INSECURE_LOCAL']);
    expect(readConfig({ TEAMS_INSECURE_LOCAL: 'off' })).toEqual(readConfig({}));
  });

  it('takes its keys from a stand-in only on this machine', () => {
    expect(wrong({ ...teams, TEAMS_API_URL: 'https://keys.example.org' })).toEqual(['TEAMS_API_URL']);
    expect(readConfig({ ...teams, TEAMS_API_URL: 'http://127.0.0.1:9' }).teams?.apiUrl).toBe('http://127.0.0.1:9');
  });

  it('is rehearsed only against a stand-in', () => {
    expect(wrong({ ...teams, REHEARSAL: 'on' })).toEqual(['REHEARSAL']);
    expect(readConfig({ ...teams, REHEARSAL: 'on', TEAMS_API_URL: 'http://127.0.0.1:9' }).rehearsal).toBe(true);
    expect(wrong({ ...teams, TEAMS_API_URL: 'http://127.0.0.1:9', REHEARSAL: 'on', HOST: '0.0.0.0' })).toEqual([
      'HOST',
    ]);
  });
});

describe('a wrong setting', () => {
  it.each([
    ['PORT', 'many', 'is not a whole number'],
    ['PORT', '80.5', 'is not a whole number'],
    ['PORT', '-1', 'is below 0'],
    ['PORT', '70000', 'is over 65535'],
    ['DATABASE_URL', 'mysql://here', 'is neither sqlite:FILE nor postgres://'],
    ['DATABASE_URL', 'sqlite:', 'is neither sqlite:FILE nor postgres://'],
    ['LOG_LEVEL', 'loud', 'is not debug, info, warn, error or silent'],
    ['REHEARSAL', 'yes', 'is not on or off'],
    ['SLACK_BOT_TOKEN', 'xoxp-1', 'does not begin with xoxb-'],
    ['SLACK_SIGNING_SECRET', 'short', 'is too short'],
    ['SLACK_APP_TOKEN', 'xoxb-1', 'does not begin with xapp-'],
    ['SLACK_API_URL', 'nowhere', 'is not a web address'],
  ])('%s=%s is named, with what is wrong and where to find it', (setting, value, what) => {
    const text = problems({ ...(setting.startsWith('SLACK') ? slack : {}), [setting]: value });
    expect(text).toContain(`${setting} ${what}`);
    expect(text).toMatch(new RegExp(`${setting} .*\\(.+\\)`));
  });

  it('the fear: mending one brings up the next: all are listed at once', () => {
    const all = {
      HOST: '0.0.0.0',
      PORT: 'many',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKEN: 'xoxb-1',
      SLACK_API_URL: 'nowhere',
      REHEARSAL: 'on',
    };
    expect([...wrong(all)].sort()).toEqual([
      'DATABASE_URL',
      'HOST',
      'LOG_LEVEL',
      'PORT',
      'REHEARSAL',
      'SLACK_API_URL',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
    ]);
  });

  it('no setting is named twice', () => {
    expect(wrong({ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: 'short', REHEARSAL: 'off' })).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
    ]);
  });

  it('never shows a value: it may be a secret in the wrong place', () => {
    const text = problems({
      PORT: 'markerport',
      DATABASE_URL: 'mysql://markeruser:markerpass@here',
      LOG_LEVEL: 'markerlevel',
      REHEARSAL: 'markerrehearsal',
      SLACK_BOT_TOKEN: 'markertoken',
      SLACK_SIGNING_SECRET: 'marker',
      SLACK_APP_TOKEN: 'markerapp',
      SLACK_API_URL: 'marker url',
      TEAMS_APP_ID: 'markerid',
      TEAMS_APP_PASSWORD: 'marker',
      TEAMS_TENANT_ID: 'markertenant',
      TEAMS_TENANTS: 'markertenants',
      TEAMS_INSECURE_LOCAL: 'markerlocal',
      TEAMS_API_URL: 'marker address',
    });
    expect(text).not.toContain('marker');
    expect(text.split('\n')).toHaveLength(15);
  });
});

describe('the rehearsal', () => {
  it.each([
    [{ REHEARSAL: 'off' }, ['REHEARSAL']],
    [{ HOST: '0.0.0.0' }, ['HOST']],
    [{ HOST: '192.168.1.5', REHEARSAL: 'on' }, ['HOST']],
    [{ ...slack, REHEARSAL: 'on' }, ['REHEARSAL']],
    [{ ...slack, REHEARSAL: 'on', SLACK_API_URL: 'https://slack.com/api/' }, ['REHEARSAL']],
    [{ ...slack, REHEARSAL: 'on', SLACK_API_URL: 'http://127.0.0.1.example.com/' }, ['REHEARSAL']],
    [{ ...slack, REHEARSAL: 'on', SLACK_API_URL: 'http://127.0.0.1:9/api/' }, []],
    [{ ...slack, REHEARSAL: 'on', SLACK_API_URL: 'http://localhost:9/api/' }, []],
    [{ ...slack, REHEARSAL: 'on', SLACK_API_URL: 'http://[::1]:9/api/' }, []],
    [{ ...slack, HOST: '0.0.0.0', REHEARSAL: 'off' }, []],
    [{ HOST: 'localhost' }, []],
  ])('stays on this machine and off real platforms (%j)', (environment, expected) => {
    expect(wrong(environment)).toEqual(expected);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['127.0.0.1.example.com', false],
    ['10.0.0.1', false],
    ['', false],
  ])('%j is on this machine: %j', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
