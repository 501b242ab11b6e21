// Tells at once what the workplace needs when its page was opened from a folder, where browsers load no modules and no workers.
if (location.protocol === 'file:') {
  document.getElementById('needs').hidden = false;
  document.getElementById('count').textContent = 'The workplace needs a web server.';
}
