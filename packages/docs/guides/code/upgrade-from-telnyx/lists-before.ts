import Telnyx from "telnyx";

const client = new Telnyx();
for await (const recording of client.recordings.list({ "page[size]": 100 })) console.log(recording.id);
let page = await client.conferences.list();
while (page.hasNextPage()) page = await page.getNextPage();
