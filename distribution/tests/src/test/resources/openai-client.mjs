// What OpenAI's own client makes of a core: node openai-client.mjs ADDRESS TOKEN prints what it saw as JSON.
import OpenAI from 'openai';

const [address, token] = process.argv.slice(2);
const client = new OpenAI({ baseURL: address + '/v1', apiKey: token, maxRetries: 0 });

async function failure(call) {
  try {
    await call();
    return { status: 200 };
  } catch (error) {
    return { kind: error.constructor.name, status: error.status, code: error.code, param: error.param, message: error.message };
  }
}

const length = (vector) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const embed = (more) => client.embeddings.create({ model, input: 'The lighthouse keeper writes a letter.', ...more });

const models = [];
for await (const listed of client.models.list()) {
  models.push(listed.id);
}
const model = models[0];
const one = await embed({});
const floats = await embed({ encoding_format: 'float', user: 'somebody' });
const many = await embed({ input: ['The lighthouse keeper writes a letter.', '灯塔看守人写了一封信。', 'Quarterly tax forms.'] });
const few = await embed({ dimensions: 64, encoding_format: 'float' });
const stranger = new OpenAI({ baseURL: address + '/v1', apiKey: 'wrong', maxRetries: 0 });

console.log(JSON.stringify({
  models,
  retrieved: (await client.models.retrieve(model)).id,
  object: one.object,
  model: one.model,
  usage: one.usage,
  dimensions: one.data[0].embedding.length,
  length: length(one.data[0].embedding),
  sameAsFloats: Math.max(...one.data[0].embedding.map((value, i) => Math.abs(value - floats.data[0].embedding[i]))),
  indexes: many.data.map((item) => item.index),
  manyTokens: many.usage.total_tokens,
  same: dot(many.data[0].embedding, one.data[0].embedding),
  translated: dot(many.data[0].embedding, many.data[1].embedding),
  unrelated: dot(many.data[0].embedding, many.data[2].embedding),
  fewDimensions: few.data[0].embedding.length,
  fewLength: length(few.data[0].embedding),
  unknownModel: await failure(() => embed({ model: 'text-embedding-3-small' })),
  tokenIds: await failure(() => embed({ input: [1, 2, 3] })),
  tokenIdLists: await failure(() => embed({ input: [[1, 2], [3]] })),
  emptyInput: await failure(() => embed({ input: [] })),
  emptyText: await failure(() => embed({ input: '' })),
  tooManyDimensions: await failure(() => embed({ dimensions: 100000 })),
  unknownMember: await failure(() => embed({ colour: 'blue' })),
  wrongToken: await failure(() => stranger.embeddings.create({ model, input: 'a' })),
}));
