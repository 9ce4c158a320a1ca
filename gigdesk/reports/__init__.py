"""What is taken away from a result: tables as text, CSV and XLSX. It knows the services and no front end."""
