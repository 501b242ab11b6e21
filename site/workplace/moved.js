// Leads from the address of the former playground to the workplace, with the program in the address.
location.replace(`../workplace/index.html${location.hash}`);
