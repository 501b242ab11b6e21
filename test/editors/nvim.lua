-- Neovim without a window, set up as docs/editors.md says: findings, hover, completion, and a code action applied.
local root, folder = os.getenv('CRED_ROOT'), os.getenv('CRED_FOLDER')
local failed, passed = 0, 0
local function check(what, ok)
  if ok then passed = passed + 1 else failed = failed + 1 end
  print((ok and '  ok  ' or '  FAILED  ') .. what)
end

-- What Neovim has from 0.8 on and Debian's 0.7 lacks.
vim.lsp.start = vim.lsp.start or function(config)
  config.get_language_id = function(_, filetype) return filetype end
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  return id
end
vim.g.do_filetype_lua = 1
vim.fs = vim.fs or { find = function() return {} end, dirname = function() return nil end }

local page = table.concat(vim.fn.readfile(root .. '/docs/editors.md'), '\n')
local setup = page:match('## Neovim.-```lua\n(.-)```')
check('the page has a set-up', setup ~= nil)
assert(loadstring(setup))()

vim.cmd('cd ' .. folder)
vim.cmd('filetype on')
vim.cmd('edit ' .. folder .. '/flawed.cred')
check('the language of the file is known', vim.bo.filetype == 'cred')

local function goal()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == 'certification/goal' then return one end
  end
end
check('a finding', vim.wait(15000, function() return goal() ~= nil end, 50))
local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 10000) or {}) do return answer.result end
end
local document = vim.lsp.util.make_text_document_params()
local hover = ask('textDocument/hover', { textDocument = document, position = { line = 0, character = 3 } })
check('a hover', hover and hover.contents.value:find('certification') ~= nil)
local items = ask('textDocument/completion', { textDocument = document, position = { line = 4, character = 2 } }) or {}
local labels = {}
for _, item in ipairs(items.items or items) do labels[item.label] = true end
check('a completion', labels['job-analysis'])
local found = goal()
local range = { start = { line = found.lnum, character = found.col }, ['end'] = { line = found.end_lnum, character = found.end_col } }
local actions = ask('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = {} } }) or {}
for _, action in ipairs(actions) do
  if action.title:find('validate%-competence') then vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') break end
end
check('a code action, applied', table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'):find('goal: validate%-competence') ~= nil)
check('its finding is gone', vim.wait(10000, function() return goal() == nil end, 50))
vim.lsp.stop_client(vim.lsp.get_active_clients())
print(passed .. ' passed, ' .. failed .. ' failed')
vim.cmd(failed == 0 and 'qa!' or 'cq')
